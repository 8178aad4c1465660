/**
 * What a QA team needs to test deadlines, its own or ours: {@link
 * org.complaintkit.calendar.testing.CalendarArbitraries} generates calendars, service hours, terms, conventions, pauses
 * and whole questions; {@link org.complaintkit.calendar.testing.WorkingCalendarContract} is the law of a calendar as
 * properties. Published as the {@code tests} classifier of this module; jqwik 1.9 and AssertJ come with the user.
 */
@NullMarked
package org.complaintkit.calendar.testing;

import org.jspecify.annotations.NullMarked;
