package org.complaintkit.calendar;

import java.util.List;
import java.util.Locale;

/**
 * A rule's amount and unit: what a text says about time, before it meets a calendar. Immutable values; equal texts give
 * equal terms.
 *
 * <p>{@link #parse} reads English ("15 working days", "7 to 10 working days", "10th of next month", "before 30 January",
 * "2 billing cycles closing on the 15th", "on day 15", "immediately", "later of 24 hours and 1 working day"), Chinese
 * ("15个工作日", "7至10个工作日", "次月10日", "1月30日前", "第15天", "立即") and ISO 8601 ("P1M", "PT4H"). {@code toString}
 * prints canonical English, {@link #text} Chinese as well; parsing either makes an equal term.
 */
public sealed interface Term {

    /** Largest amount of any unit. */
    int MOST = 1_000_000;

    /** Largest number of parts of a combined term. */
    int MOST_PARTS = 16;

    /**
     * Reads a term.
     *
     * @throws InvalidInputException TERM_MALFORMED or TERM_OUT_OF_RANGE
     */
    static Term parse(String text) {
        return TermParser.parse(text);
    }

    /** So many working days. */
    static Amount workingDays(int n) {
        return new Amount(n, TermUnit.WORKING_DAYS);
    }

    /** So many calendar days. */
    static Amount days(int n) {
        return new Amount(n, TermUnit.DAYS);
    }

    /** So many hours by the clock. */
    static Amount hours(int n) {
        return new Amount(n, TermUnit.HOURS);
    }

    /** So many minutes by the clock. */
    static Amount minutes(int n) {
        return new Amount(n, TermUnit.MINUTES);
    }

    /** So much of any unit. */
    static Amount of(int n, TermUnit unit) {
        return new Amount(n, unit);
    }

    /** The term in a language: Chinese for {@code zh} (traditional for TW, HK, MO or script Hant), else English. */
    default String text(Locale locale) {
        return TermText.of(this, locale);
    }

    /**
     * An amount.
     *
     * @param amount 0 to {@link Term#MOST}
     * @param unit its unit
     */
    record Amount(int amount, TermUnit unit) implements Term {
        /** Checks the range. */
        public Amount {
            TermParser.checkAmount(amount);
        }

        /**
         * A share of the time, for warnings: 75 % of 1 hour is 45 minutes. Hours become minutes unless these are more than
         * {@link Term#MOST}; parts of a unit are cut off.
         */
        public Amount percent(int share) {
            long hours = unit == TermUnit.HOURS || unit == TermUnit.WORKING_HOURS ? 60L : 1L;
            TermUnit fine = switch (unit) {
                case HOURS -> TermUnit.MINUTES;
                case WORKING_HOURS -> TermUnit.WORKING_MINUTES;
                default -> unit;
            };
            long minutes = hours * amount * share / 100;
            return minutes > MOST
                    ? new Amount(TermParser.checkAmount((long) amount * share / 100), unit)
                    : new Amount(TermParser.checkAmount(minutes), fine);
        }

        @Override
        public String toString() {
            return amount + " " + unit.english(amount);
        }
    }

    /**
     * A range: wanted by the lower end, permitted up to the upper one.
     *
     * @param least lower end, not above the upper one
     * @param most upper end, at most {@link Term#MOST}
     * @param unit unit of both
     */
    record Range(int least, int most, TermUnit unit) implements Term {
        /** Checks the order. */
        public Range {
            TermParser.checkAmount(least);
            TermParser.checkAmount(most);
            if (least > most) {
                throw InvalidInputException.of("TERM_OUT_OF_RANGE", "term")
                        .value(least + " to " + most)
                        .rule("the lower end of a range comes first")
                        .wayOut("swap the two numbers")
                        .build();
            }
        }

        @Override
        public String toString() {
            return least + " to " + most + " " + unit.english(most);
        }
    }

    /**
     * A date that the text names.
     *
     * @param date which date
     * @param before whether the text asks for it before that date rather than by it
     */
    record FixedDate(DateRule date, boolean before) implements Term {
        @Override
        public String toString() {
            return before ? "before " + date : date.toString();
        }
    }

    /**
     * A day on which to act, so many days after the start.
     *
     * @param amount 0 to {@link Term#MOST}
     * @param unit calendar or working days
     */
    record Moment(int amount, TermUnit unit) implements Term {
        /** Checks amount and unit. */
        public Moment {
            TermParser.checkAmount(amount);
            if (unit != TermUnit.DAYS && unit != TermUnit.WORKING_DAYS) {
                throw TermParser.malformed(unit.english());
            }
        }

        @Override
        public String toString() {
            return (unit == TermUnit.DAYS ? "on day " : "on working day ") + amount;
        }
    }

    /** A word for time without a number; what it stands for is a parameter of the question. */
    record Soft(SoftTime word) implements Term {
        @Override
        public String toString() {
            return word.english();
        }
    }

    /**
     * The later or the earlier of several limits from one start.
     *
     * @param later true for the later, false for the earlier
     * @param parts two to {@link Term#MOST_PARTS}, none of them combined itself
     */
    record Combined(boolean later, List<Term> parts) implements Term {
        /** Checks the parts. */
        public Combined {
            parts = List.copyOf(parts);
            if (parts.size() > MOST_PARTS) {
                throw InvalidInputException.of("TERM_OUT_OF_RANGE", "parts of a term")
                        .value(parts.size())
                        .rule("a combined term has at most " + MOST_PARTS + " parts")
                        .wayOut("leave out parts that never decide")
                        .build();
            }
            if (parts.size() < 2 || parts.stream().anyMatch(Combined.class::isInstance)) {
                throw TermParser.malformed(parts.toString());
            }
        }

        @Override
        public String toString() {
            StringBuilder s = new StringBuilder(later ? "later of " : "earlier of ");
            for (int i = 0; i < parts.size(); i++) {
                s.append(i == 0 ? "" : " and ").append(parts.get(i));
            }
            return s.toString();
        }
    }
}
