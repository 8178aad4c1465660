/** Cases in PostgreSQL inside the transactions that Spring opens, and the list of work that is written with them. */
@NullMarked
package org.complaintkit.examples.bank.storage;

import org.jspecify.annotations.NullMarked;
