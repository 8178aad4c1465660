package org.complaintkit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as data: weekly rest days, the days that a schedule names, and the days for which that is settled. Made
 * with a {@link Builder}; turned into a calendar by {@link TableCalendar#of}. Immutable.
 *
 * <p>Whoever lists the days of some years says nothing of later ones. So a sheet that does not say how far it is settled
 * is settled to the end of the last year in which it lists a day, and not at all if it lists none; and in each later year
 * as many days can turn out otherwise as its fullest settled year lists.
 */
public final class CalendarSheet {
    private final String id;
    private final Set<DayOfWeek> weekend;
    private final NavigableMap<LocalDate, ListedDay> listed;
    private final NavigableMap<LocalDate, String> schedules;
    private final LocalDate knownFrom;
    private final LocalDate knownThrough;
    private final @Nullable HolidayForecast forecast;
    private final @Nullable LocalDate statedOn;
    private final int moreDaysOff;
    private final int fewerDaysOff;
    private final int unlistedDaysOff;
    private final String basis;

    private CalendarSheet(Builder b) {
        this.id = b.id;
        EnumSet<DayOfWeek> rest = EnumSet.noneOf(DayOfWeek.class);
        rest.addAll(b.weekend);
        this.weekend = Collections.unmodifiableSet(rest);
        this.listed = Collections.unmodifiableNavigableMap(new TreeMap<>(b.listed));
        this.schedules = Collections.unmodifiableNavigableMap(new TreeMap<>(b.schedules));
        this.knownFrom = b.knownFrom;
        LocalDate through = b.knownThrough;
        this.knownThrough = through == null ? SheetExperience.lastListedYear(b.listed, b.knownFrom) : through;
        this.forecast = b.forecast;
        this.statedOn = b.statedOn;
        SheetExperience experience = SheetExperience.of(this);
        this.moreDaysOff = b.moreDaysOff < 0 ? experience.daysOff() : b.moreDaysOff;
        this.fewerDaysOff = b.fewerDaysOff < 0 ? experience.daysWorked() : b.fewerDaysOff;
        this.unlistedDaysOff = b.moreDaysOff < 0 ? 0 : experience.daysOff();
        this.basis = b.basis;
    }

    /** Starts a sheet with Saturday and Sunday off and no listed day. */
    public static Builder named(String id) {
        return new Builder(id);
    }

    /** Name of the calendar. */
    public String id() {
        return id;
    }

    /** Days of the weekly rest; may be empty or all seven. */
    public Set<DayOfWeek> weekend() {
        return weekend;
    }

    /** Days that a schedule names, by date. */
    public NavigableMap<LocalDate, ListedDay> listed() {
        return listed;
    }

    /** The notices in force, each from a day on until the next one. */
    public NavigableMap<LocalDate, String> schedules() {
        return schedules;
    }

    /** First day that the data describe; a question about an earlier day is refused. */
    public LocalDate knownFrom() {
        return knownFrom;
    }

    /** Last settled day; later answers are provisional. */
    public LocalDate knownThrough() {
        return knownThrough;
    }

    /** What to expect of unsettled days; null means weekly rest and listed days only. */
    public @Nullable HolidayForecast forecast() {
        return forecast;
    }

    /** Day since which all this has been known as it is; null if that is not on record. */
    public @Nullable LocalDate statedOn() {
        return statedOn;
    }

    /** Most days of an unsettled year that can turn out to be off although the sheet does not list them. */
    public int moreDaysOff() {
        return moreDaysOff;
    }

    /** Most days of an unsettled year that can turn out to be worked although the sheet has them off. */
    public int fewerDaysOff() {
        return fewerDaysOff;
    }

    /** What a year after the last listed one can have off beyond {@link #moreDaysOff}: as much as the fullest settled one. */
    int unlistedDaysOff() {
        return unlistedDaysOff;
    }

    /** Why no more than that can happen, or the empty string. */
    public String basis() {
        return basis;
    }

    /** Collects a sheet; not thread-safe. */
    public static final class Builder {
        private final String id;
        private Set<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        private final NavigableMap<LocalDate, ListedDay> listed = new TreeMap<>();
        private final NavigableMap<LocalDate, String> schedules = new TreeMap<>();
        private LocalDate knownFrom = AllDays.FIRST;
        private @Nullable LocalDate knownThrough;
        private @Nullable HolidayForecast forecast;
        private @Nullable LocalDate statedOn;
        private int moreDaysOff = -1;
        private int fewerDaysOff = -1;
        private String basis = "";

        private Builder(String id) {
            if (!id.matches("[A-Za-z0-9][A-Za-z0-9_.+&-]{0,63}")) {
                throw InvalidInputException.of("CALENDAR_ID_MALFORMED", "calendar id")
                        .value(id)
                        .rule("1 to 64 letters, digits and . _ + & -, beginning with a letter or digit")
                        .wayOut("choose another id")
                        .build();
            }
            this.id = id;
        }

        /** The weekly rest days. */
        public Builder weekend(Collection<DayOfWeek> days) {
            this.weekend = Set.copyOf(days);
            return this;
        }

        /** Whether all days from one to the day before the other are days of the weekly rest. */
        boolean rests(LocalDate from, LocalDate after) {
            return from.datesUntil(after).allMatch(day -> weekend.contains(day.getDayOfWeek()));
        }

        /** A day off without a name. */
        public Builder holiday(LocalDate date) {
            return listed(new ListedDay(date, DayKind.HOLIDAY, "", ""));
        }

        /** A day worked although the week would have it off. */
        public Builder makeUp(LocalDate date) {
            return listed(new ListedDay(date, DayKind.MAKE_UP, "", ""));
        }

        /** A listed day; the same date twice is an error, since no later statement silently wins. */
        public Builder listed(ListedDay day) {
            LocalDate date = day.date();
            if (date.isBefore(AllDays.FIRST) || date.isAfter(AllDays.LAST)) {
                throw InvalidInputException.of("DAY_OUTSIDE_CALENDAR", "listed day of calendar " + id)
                        .value(date)
                        .rule("supported days are " + AllDays.FIRST + " to " + AllDays.LAST)
                        .wayOut("leave the day out")
                        .build();
            }
            ListedDay other = listed.putIfAbsent(date, day);
            if (other != null) {
                boolean same = other.kind() == day.kind();
                throw InvalidInputException.of(
                                same ? "DUPLICATE_DAY" : "CONTRADICTORY_DAY", "listed day of calendar " + id)
                        .value(date)
                        .rule("each date may be listed once")
                        .wayOut(same ? "remove one of the two lines" : "decide whether the day is worked or off")
                        .build();
            }
            return this;
        }

        /**
         * The notice that is in force from a day on, until the day of the next one: what it does not name it leaves to the week,
         * so it is the source of ordinary days too. Without it they have none.
         */
        public Builder schedule(LocalDate from, String source) {
            schedules.put(from, source);
            return this;
        }

        /** First day that the data describe. */
        public Builder knownFrom(LocalDate day) {
            this.knownFrom = day;
            return this;
        }

        /** Last settled day; the end of the last listed year if not given. */
        public Builder knownThrough(LocalDate day) {
            this.knownThrough = day;
            return this;
        }

        /** Day since which all this has been known as it is; without it, {@code asOf} is refused. */
        public Builder statedOn(LocalDate day) {
            this.statedOn = day;
            return this;
        }

        /**
         * How many days of an unsettled year can turn out otherwise; as many as the fullest settled year lists if not given,
         * and as many again in years after the last listed one.
         *
         * @param moreOff days off that the sheet does not list, 0 to 366
         * @param fewerOff days worked that the sheet has off, 0 to 366
         * @param why what makes that certain, in one English sentence
         */
        public Builder surprises(int moreOff, int fewerOff, String why) {
            if (moreOff < 0 || moreOff > 366 || fewerOff < 0 || fewerOff > 366) {
                throw InvalidInputException.of("SURPRISES_OUT_OF_RANGE", "unexpected days of calendar " + id)
                        .value(moreOff + ", " + fewerOff)
                        .rule("a year has 0 to 366 of them")
                        .wayOut("choose numbers within")
                        .build();
            }
            this.moreDaysOff = moreOff;
            this.fewerDaysOff = fewerOff;
            this.basis = why;
            return this;
        }

        /** What to expect beyond the settled days. */
        public Builder forecast(HolidayForecast expected) {
            this.forecast = expected;
            return this;
        }

        /** Makes the sheet. */
        public CalendarSheet build() {
            if (knownFrom.isBefore(AllDays.FIRST) || knownFrom.isAfter(AllDays.LAST)) {
                throw InvalidInputException.of("DAY_OUTSIDE_CALENDAR", "first known day of calendar " + id)
                        .value(knownFrom)
                        .rule("supported days are " + AllDays.FIRST + " to " + AllDays.LAST)
                        .wayOut("choose a day within")
                        .build();
            }
            return new CalendarSheet(this);
        }
    }
}
