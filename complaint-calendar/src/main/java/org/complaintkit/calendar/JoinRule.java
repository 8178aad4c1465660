package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How the days of several calendars become the days of one. Immutable. */
sealed interface JoinRule {

    /** Name of the rule, part of the content of a joined calendar. */
    String name();

    /** Whether a day is worked, from whether each part works. */
    boolean works(LocalDate day, boolean[] parts);

    /** The same day in words, from what each part says of it. */
    CalendarDay describe(LocalDate day, List<CalendarDay> parts);

    /** Worked if all parts work. */
    record All() implements JoinRule {
        @Override
        public String name() {
            return "all";
        }

        @Override
        public boolean works(LocalDate day, boolean[] parts) {
            for (boolean part : parts) {
                if (!part) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public CalendarDay describe(LocalDate day, List<CalendarDay> parts) {
            return parts.stream()
                    .filter(part -> !part.working())
                    .max(Comparator.comparing(CalendarDay::kind))
                    .orElse(parts.get(0));
        }
    }

    /** Worked if any part works. */
    record Any() implements JoinRule {
        @Override
        public String name() {
            return "any";
        }

        @Override
        public boolean works(LocalDate day, boolean[] parts) {
            for (boolean part : parts) {
                if (part) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public CalendarDay describe(LocalDate day, List<CalendarDay> parts) {
            return parts.stream().filter(CalendarDay::working).findFirst().orElse(parts.get(0));
        }
    }

    /**
     * What the owner lists decides, whatever the week says of it; of all other days the first part does.
     *
     * @param own the days that the owner lists
     */
    record Overlay(Map<LocalDate, ListedDay> own) implements JoinRule {
        @Override
        public String name() {
            return "overlay";
        }

        @Override
        public boolean works(LocalDate day, boolean[] parts) {
            ListedDay listed = own.get(day);
            return listed == null ? parts[0] : listed.kind().isWorking();
        }

        @Override
        public CalendarDay describe(LocalDate day, List<CalendarDay> parts) {
            ListedDay listed = own.get(day);
            CalendarDay below = parts.get(0);
            if (listed == null) {
                return below;
            }
            // Work on a day that is worked anyway makes nothing up.
            boolean resumed = listed.kind() == DayKind.MAKE_UP && below.kind() == DayKind.ORDINARY;
            DayKind kind = resumed ? DayKind.ORDINARY : listed.kind();
            return new CalendarDay(day, kind.isWorking(), kind, listed.name(), listed.source(), below.certainty());
        }
    }
}
