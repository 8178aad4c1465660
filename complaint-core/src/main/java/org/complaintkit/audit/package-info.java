/**
 * The trail of a case: what was taken in, when we learned of it, and what came of it, chained by hashes.
 *
 * <p>{@link org.complaintkit.audit.AuditEntry} is one link; it keeps hashes, not contents, so that a case can be erased and
 * its trail still verifies. {@link org.complaintkit.audit.AuditTrail} adds links and checks them.
 */
@NullMarked
package org.complaintkit.audit;

import org.jspecify.annotations.NullMarked;
