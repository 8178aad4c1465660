package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a new version of a calendar changes: days, and the deadlines that they move. */
public final class CalendarDifference {

    /**
     * A day that the two versions see differently.
     *
     * @param before what was known
     * @param after what is known now
     */
    public record ChangedDay(CalendarDay before, CalendarDay after) {
        /** Whether the day counts differently, rather than only having another name, source or certainty. */
        public boolean countsDifferently() {
            return before.working() != after.working();
        }
    }

    /**
     * A deadline that the new version moves or makes firm.
     *
     * @param index place of its question in the list that was given
     * @param before the answer before; {@link DueDates#answer} of the question proves it
     * @param after the answer now
     */
    public record Moved(int index, Outlook before, Outlook after) {
        /** Whether the limit itself is another, rather than only firmer. */
        public boolean limitMoves() {
            return !before.limit().equals(after.limit());
        }
    }

    private CalendarDifference() {}

    /** The days from..to, both included, that differ in any respect. */
    public static List<ChangedDay> days(WorkingCalendar before, WorkingCalendar after, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw InvalidInputException.of("RANGE_REVERSED", "range of days")
                    .value(from + ".." + to)
                    .rule("the first day must not be after the second")
                    .wayOut("swap the two days")
                    .build();
        }
        List<ChangedDay> changed = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            ChangedDay both = new ChangedDay(before.day(day), after.day(day));
            if (!both.before().equals(both.after())) {
                changed.add(both);
            }
        }
        return List.copyOf(changed);
    }

    /**
     * The questions whose target, limit or certainty is another under a new version of their calendar.
     *
     * @throws InvalidInputException CALENDAR_DIFFERS if the new version is of another calendar than a question's
     */
    public static List<Moved> deadlines(List<DueQuestion> questions, WorkingCalendar after) {
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            DueQuestion question = questions.get(i);
            if (!question.calendar().id().equals(after.id())) {
                throw InvalidInputException.of("CALENDAR_DIFFERS", "question no. " + (i + 1))
                        .value(question.calendar().id())
                        .rule("a new version of calendar " + after.id() + " moves deadlines of that calendar only")
                        .wayOut("give each calendar's questions with its own new version")
                        .build();
            }
            Outlook was = DueDates.outlook(question);
            Outlook is = DueDates.outlook(question.with(after));
            boolean same = was.limit().equals(is.limit())
                    && was.target().equals(is.target())
                    && was.certainty() == is.certainty();
            if (!same) {
                moved.add(new Moved(i, was, is));
            }
        }
        return List.copyOf(moved);
    }
}
