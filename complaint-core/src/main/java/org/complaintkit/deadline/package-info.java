/**
 * The clocks of a case.
 *
 * <p>{@link org.complaintkit.deadline.Deadline} is one clock with its start, target, limit and proof;
 * {@link org.complaintkit.deadline.DeadlineState} is what it says at a moment. {@link org.complaintkit.deadline.Dating}
 * makes it from a row of the policy's table and the calendar. What a limit rests on besides its term, a promise, a date that
 * was given, another deadline, a pause, it asks of {@link org.complaintkit.deadline.Known}; a date that somebody named is
 * read and dated by {@link org.complaintkit.deadline.GivenDate}.
 */
@NullMarked
package org.complaintkit.deadline;

import org.jspecify.annotations.NullMarked;
