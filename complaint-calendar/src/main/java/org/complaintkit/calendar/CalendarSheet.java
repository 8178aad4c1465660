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
 */
public final class CalendarSheet {
    private final String id;
    private final Set<DayOfWeek> weekend;
    private final NavigableMap<LocalDate, ListedDay> listed;
    private final LocalDate knownFrom;
    private final LocalDate knownThrough;
    private final @Nullable HolidayForecast forecast;

    private CalendarSheet(Builder b) {
        this.id = b.id;
        EnumSet<DayOfWeek> rest = EnumSet.noneOf(DayOfWeek.class);
        rest.addAll(b.weekend);
        this.weekend = Collections.unmodifiableSet(rest);
        this.listed = Collections.unmodifiableNavigableMap(new TreeMap<>(b.listed));
        this.knownFrom = b.knownFrom;
        this.knownThrough = b.knownThrough;
        this.forecast = b.forecast;
    }

    /** Starts a sheet with Saturday and Sunday off, no listed day, everything settled. */
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

    /** Collects a sheet; not thread-safe. */
    public static final class Builder {
        private final String id;
        private Set<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        private final NavigableMap<LocalDate, ListedDay> listed = new TreeMap<>();
        private LocalDate knownFrom = AllDays.FIRST;
        private LocalDate knownThrough = AllDays.LAST;
        private @Nullable HolidayForecast forecast;

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

        /** First day that the data describe. */
        public Builder knownFrom(LocalDate day) {
            this.knownFrom = day;
            return this;
        }

        /** Last settled day. */
        public Builder knownThrough(LocalDate day) {
            this.knownThrough = day;
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
