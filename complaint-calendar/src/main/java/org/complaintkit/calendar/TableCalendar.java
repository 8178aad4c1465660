package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The standard calendar: tables made once from a {@link CalendarSheet}, after which any amount costs the same.
 * Immutable and thread-safe. Days before the sheet's first known day are refused: a past schedule that is not on file
 * does not firm up by waiting, so a guess would stay a guess for ever.
 */
public final class TableCalendar implements WorkingCalendar {
    private final CalendarSheet sheet;
    private final String version;
    private final DayTable table;
    private final ScenarioReadings readings;
    private final @Nullable Function<LocalDate, WorkingCalendar> history;

    private TableCalendar(CalendarSheet sheet, @Nullable Function<LocalDate, WorkingCalendar> history) {
        this.sheet = sheet;
        this.version = SheetDigest.of(sheet);
        DayTable likely = SheetTable.of(sheet);
        this.table = likely;
        this.readings = new ScenarioReadings(this, () -> SheetBounds.of(sheet, likely));
        this.history = history;
    }

    /**
     * A calendar without history: {@link #asOf} answers with the calendar itself for the days since which its content is
     * {@linkplain CalendarSheet#statedOn() known}, and refuses all others.
     */
    public static TableCalendar of(CalendarSheet sheet) {
        return new TableCalendar(sheet, null);
    }

    static TableCalendar of(CalendarSheet sheet, Function<LocalDate, WorkingCalendar> history) {
        return new TableCalendar(sheet, history);
    }

    /** The data behind the calendar. */
    public CalendarSheet sheet() {
        return sheet;
    }

    @Override
    public String id() {
        return sheet.id();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public LocalDate firstDay() {
        return table.first();
    }

    @Override
    public LocalDate lastDay() {
        return table.last();
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return table.isWorking(day);
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        return table.plus(day, n);
    }

    @Override
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        return table.between(from, to);
    }

    @Override
    public CalendarDay day(LocalDate day) {
        boolean working = table.isWorking(day);
        Certainty certainty = certainty(day, day);
        ListedDay listed = sheet.listed().get(day);
        boolean rest = sheet.weekend().contains(day.getDayOfWeek());
        if (listed != null) {
            // A notice may say of a Monday that work is resumed: that makes nothing up (3 February 2020).
            boolean resumed = listed.kind() == DayKind.MAKE_UP && !rest;
            DayKind kind = resumed ? DayKind.ORDINARY : listed.kind();
            return new CalendarDay(day, working, kind, listed.name(), listed.source(), certainty);
        }
        if (working != rest) {
            return new CalendarDay(day, working, rest ? DayKind.WEEKEND : DayKind.ORDINARY, "", "", certainty);
        }
        HolidayForecast forecast = sheet.forecast();
        String name = forecast == null ? "" : forecast.name(day);
        return new CalendarDay(day, working, working ? DayKind.MAKE_UP : DayKind.HOLIDAY, name, "", certainty);
    }

    @Override
    public String notice(LocalDate day) {
        CalendarDay known = day(day);
        if (!known.source().isEmpty() || known.certainty() == Certainty.PROVISIONAL) {
            return known.source();
        }
        Map.Entry<LocalDate, String> inForce = sheet.schedules().floorEntry(day);
        return inForce == null ? "" : inForce.getValue();
    }

    @Override
    public Certainty certainty(LocalDate from, LocalDate to) {
        boolean early = from.isBefore(sheet.knownFrom()) || to.isBefore(sheet.knownFrom());
        LocalDate through = sheet.knownThrough().isAfter(lastDay()) ? lastDay() : sheet.knownThrough();
        boolean late = from.isAfter(through) || to.isAfter(through);
        return early || late ? Certainty.PROVISIONAL : Certainty.OFFICIAL;
    }

    @Override
    public WorkingCalendar asOf(LocalDate knowledgeDay) {
        if (history != null) {
            return history.apply(knowledgeDay);
        }
        LocalDate stated = sheet.statedOn();
        if (stated == null || knowledgeDay.isBefore(stated)) {
            throw InvalidInputException.of("CALENDAR_HISTORY_UNKNOWN", "state of knowledge of calendar " + id())
                    .value(knowledgeDay)
                    .rule(
                            stated == null
                                    ? "the calendar does not say since when its days are known"
                                    : "what was known before " + stated + " is not on record")
                    .wayOut("ask without a day of knowledge, or state in the sheet since when it holds")
                    .build();
        }
        return this;
    }

    @Override
    public WorkingCalendar scenario(Scenario reading) {
        return readings.of(reading);
    }

    @Override
    public String assumption(LocalDate latest) {
        HolidayForecast forecast = sheet.forecast();
        return forecast == null ? assumption() : forecast.assumption(latest);
    }

    @Override
    public String assumption() {
        HolidayForecast forecast = sheet.forecast();
        if (forecast != null) {
            return forecast.assumption();
        }
        return "Days after " + sheet.knownThrough()
                + " are not settled. Assumed: weekly rest and the days already listed; in a"
                + " year at most " + sheet.moreDaysOff() + " more days off and at most " + sheet.fewerDaysOff()
                + " fewer."
                + (sheet.basis().isEmpty() ? "" : " " + sheet.basis());
    }

    @Override
    public String toString() {
        return version;
    }
}
