package org.complaintkit.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;

/** Which date a text names, relative to a start day. Immutable values. */
public sealed interface DateRule {

    /**
     * The date meant by a text that is applied from a start day.
     *
     * @throws InvalidInputException TIME_OUT_OF_RANGE outside the years 1 to 9999
     */
    LocalDate from(LocalDate start);

    /**
     * A day of a month; a day that the month lacks is its last.
     *
     * @param day 1 to 31; 31 is the last day of any month
     * @param monthsAhead 0 the month of the start, 1 the next month, up to 12; {@link #COMING} the first such day on or
     *     after the start
     */
    record DayOfMonth(int day, int monthsAhead) implements DateRule {
        /** The first such day that is not before the start. */
        public static final int COMING = -1;

        /** Checks the ranges. */
        public DayOfMonth {
            if (day < 1 || day > 31 || monthsAhead < COMING || monthsAhead > 12) {
                throw TermParser.malformed(day + " of month +" + monthsAhead);
            }
        }

        @Override
        public LocalDate from(LocalDate start) {
            YearMonth month = YearMonth.from(DueQuestion.checkDay("start", start));
            if (monthsAhead != COMING) {
                return in(month.plusMonths(monthsAhead), day);
            }
            LocalDate here = in(month, day);
            return here.isBefore(start) ? in(month.plusMonths(1), day) : here;
        }

        private static String name(int day) {
            return day == 31 ? "last day" : TermText.ordinal(day);
        }

        private static LocalDate in(YearMonth month, int day) {
            return DueQuestion.checkDay("date of a term", month.atDay(Math.min(day, month.lengthOfMonth())));
        }

        @Override
        public String toString() {
            return name(day)
                    + switch (monthsAhead) {
                        case COMING -> " of the month";
                        case 0 -> " of this month";
                        case 1 -> " of next month";
                        default -> " of month +" + monthsAhead;
                    };
        }
    }

    /**
     * A date of the year: its first occurrence on or after the start. 29 February is 28 in a year without it.
     *
     * @param month the month
     * @param day 1 to the longest length of the month
     */
    record DayOfYear(Month month, int day) implements DateRule {
        /** Checks that the day exists in some year. */
        public DayOfYear {
            if (day < 1 || day > month.maxLength()) {
                throw InvalidInputException.of("TERM_OUT_OF_RANGE", "date of a term")
                        .value(day + " " + name(month))
                        .rule("the month has 1 to " + month.maxLength() + " days")
                        .wayOut("name an existing date")
                        .build();
            }
        }

        @Override
        public LocalDate from(LocalDate start) {
            LocalDate here = in(DueQuestion.checkDay("start", start).getYear());
            return here.isBefore(start) ? in(start.getYear() + 1) : here;
        }

        private LocalDate in(int year) {
            YearMonth inYear = YearMonth.of(year, month);
            return DueQuestion.checkDay("date of a term", inYear.atDay(Math.min(day, inYear.lengthOfMonth())));
        }

        @Override
        public String toString() {
            return day + " " + name(month);
        }

        private static String name(Month month) {
            return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }
    }

    /**
     * The end of so many complete billing cycles (US Regulation Z, 1026.13(c)(2)): the cycle that runs at the start is not
     * complete and does not count. That it does not count either if the start is its first day is our reading; the text
     * leaves it open, and the reading gives the later end of the two.
     *
     * @param cycles 1 to {@link #MOST}
     * @param closingDay the day of the month on which a cycle closes, 1 to 31; a day that the month lacks is its last
     */
    record CycleEnd(int cycles, int closingDay) implements DateRule {
        /** Largest number of cycles. */
        public static final int MOST = 120;

        /** Checks the ranges. */
        public CycleEnd {
            if (closingDay < 1 || closingDay > 31 || cycles < 1 || cycles > MOST) {
                throw InvalidInputException.of("TERM_OUT_OF_RANGE", "billing cycles of a term")
                        .value(cycles + " closing on day " + closingDay)
                        .rule("1 to " + MOST + " cycles, closing on a day of the month from 1 to 31")
                        .wayOut("correct the number of cycles or the closing day")
                        .build();
            }
        }

        @Override
        public LocalDate from(LocalDate start) {
            LocalDate running = new DayOfMonth(closingDay, DayOfMonth.COMING).from(start);
            return DayOfMonth.in(YearMonth.from(running).plusMonths(cycles), closingDay);
        }

        @Override
        public String toString() {
            return cycles + (cycles == 1 ? " billing cycle" : " billing cycles") + " closing on the "
                    + DayOfMonth.name(closingDay);
        }
    }

    /**
     * A date with its year, whatever the start.
     *
     * @param date of the years 1 to 9999
     */
    record Given(LocalDate date) implements DateRule {
        /** Checks the year. */
        public Given {
            DueQuestion.checkDay("date of a term", date);
        }

        @Override
        public LocalDate from(LocalDate start) {
            return date;
        }

        @Override
        public String toString() {
            return date.toString();
        }
    }
}
