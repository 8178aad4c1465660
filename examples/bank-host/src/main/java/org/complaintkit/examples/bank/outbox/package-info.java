/** Duties on their way out: stored with the case, sent until the receiver has them, told apart by their keys. */
@NullMarked
package org.complaintkit.examples.bank.outbox;

import org.jspecify.annotations.NullMarked;
