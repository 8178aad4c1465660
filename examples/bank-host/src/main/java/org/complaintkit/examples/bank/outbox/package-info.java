/**
 * Duties on their way out: stored with the case, or handed over once it is stored where a sweep brought them about; sent
 * until the receiver has them; told apart by their keys.
 */
@NullMarked
package org.complaintkit.examples.bank.outbox;

import org.jspecify.annotations.NullMarked;
