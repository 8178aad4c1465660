package org.complaintkit.duty;

/**
 * Port: where notices leave the library.
 *
 * <p>The law for implementers: a notice is delivered at least once, and again with the same key after a crash; whoever
 * must act only once drops keys already seen. Throwing means "not delivered": the notice is kept and sent again with a
 * later sweep; it harms neither the case nor another notice, whatever is thrown, unless the virtual machine is at its end.
 * Waiting has an end: an implementer sets a time limit of its own and throws after it, for a delivery that hangs holds up
 * the sweep that makes it, and ten notices at the most that no other node takes meanwhile. May be called by several threads.
 */
@FunctionalInterface
public interface DutyPort {
    /** Takes a notice over; returns once it is safe with the receiver. */
    void deliver(Notice notice);
}
