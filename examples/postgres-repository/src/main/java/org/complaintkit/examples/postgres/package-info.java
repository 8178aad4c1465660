/**
 * Cases in PostgreSQL, on plain JDBC: an example of the storage port that a host may copy and change.
 *
 * <p>{@link org.complaintkit.examples.postgres.PostgresCaseRepository} is the port;
 * {@link org.complaintkit.examples.postgres.Transactions} joins its writes with the host's own;
 * {@link org.complaintkit.examples.postgres.Migrations} brings a database up to date.
 * {@link org.complaintkit.examples.postgres.AdvisoryClaim} is how nodes share out what is due: by locks of the session,
 * which end with the process that holds them.
 */
@NullMarked
package org.complaintkit.examples.postgres;

import org.jspecify.annotations.NullMarked;
