/**
 * Which days count, and counting them: working days, deadlines in every unit, and the proof of each answer.
 *
 * <p>In reading order:
 *
 * <ol>
 *   <li>{@link org.complaintkit.calendar.WorkingCalendar} says which day is a working day, and from which notice that is
 *       known; {@link org.complaintkit.calendar.CalendarRegistry} finds one by id,
 *       {@link org.complaintkit.calendar.CalendarSheet} describes one of your own, and
 *       {@link org.complaintkit.calendar.CalendarFiles} reads one, with an
 *       {@link org.complaintkit.calendar.EventClassifier} to tell a feed's holidays from its make-up days.
 *   <li>{@link org.complaintkit.calendar.Term} is the rule's amount and unit ("15 working days", "by the 10th of next
 *       month"), {@link org.complaintkit.calendar.Convention} how it is counted, and
 *       {@link org.complaintkit.calendar.Conventions} the named ways of counting with their legal source, which
 *       {@link org.complaintkit.calendar.BentConventions} adapts to a policy's parameters.
 *   <li>{@link org.complaintkit.calendar.DueQuestion} joins these with a start;
 *       {@link org.complaintkit.calendar.DueDates} answers it with a {@link org.complaintkit.calendar.Due}: start, target,
 *       limit, how certain they are, and a {@link org.complaintkit.calendar.Proof}; or for less with an
 *       {@link org.complaintkit.calendar.Outlook}, which has no proof.
 *   <li>A proof lists each {@link org.complaintkit.calendar.CountedDay} and {@link org.complaintkit.calendar.SkippedDay} and
 *       the {@link org.complaintkit.calendar.Wording}, whose default is ours and not the text's;
 *       {@link org.complaintkit.calendar.check.ProofChecker} verifies it without the arithmetic that made it, and
 *       {@link org.complaintkit.calendar.drawing} draws it as month sheets, in plain text and as HTML.
 * </ol>
 *
 * <p>Nothing here reads a clock, a default zone or a default locale, and nothing knows what a complaint is. All values
 * are immutable and may be shared between threads. Bad input gives one exception,
 * {@link org.complaintkit.calendar.InvalidInputException}.
 */
@NullMarked
package org.complaintkit.calendar;

import org.jspecify.annotations.NullMarked;
