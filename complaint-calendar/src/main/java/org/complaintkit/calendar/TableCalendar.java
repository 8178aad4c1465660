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
    private final Map<Scenario, DayTable> tables;
    private final DayTable table;
    private final Scenario scenario;
    private final @Nullable DayTable opposite;
    private final @Nullable Function<LocalDate, WorkingCalendar> history;

    private TableCalendar(
            CalendarSheet sheet,
            String version,
            Map<Scenario, DayTable> tables,
            Scenario scenario,
            @Nullable Function<LocalDate, WorkingCalendar> history) {
        this.sheet = sheet;
        this.version = version;
        this.tables = tables;
        this.table = java.util.Objects.requireNonNull(tables.get(scenario));
        this.scenario = scenario;
        this.opposite = scenario == Scenario.LIKELY ? null : tables.get(opposite(scenario));
        this.history = history;
    }

    /** A calendar without publication dates: {@link #asOf} answers with the calendar itself. */
    public static TableCalendar of(CalendarSheet sheet) {
        return of(sheet, null);
    }

    static TableCalendar of(CalendarSheet sheet, @Nullable Function<LocalDate, WorkingCalendar> history) {
        return new TableCalendar(sheet, SheetDigest.of(sheet), SheetTables.of(sheet), Scenario.LIKELY, history);
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
        return opposite == null || n <= 0 ? table.plus(day, n) : table.plus(opposite, day, n);
    }

    private static Scenario opposite(Scenario scenario) {
        return scenario == Scenario.EARLIEST ? Scenario.LATEST : Scenario.EARLIEST;
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
    public Certainty certainty(LocalDate from, LocalDate to) {
        boolean early = from.isBefore(sheet.knownFrom()) || to.isBefore(sheet.knownFrom());
        boolean late = from.isAfter(sheet.knownThrough()) || to.isAfter(sheet.knownThrough());
        return early || late ? Certainty.PROVISIONAL : Certainty.OFFICIAL;
    }

    @Override
    public WorkingCalendar asOf(LocalDate knowledgeDay) {
        return history == null ? this : history.apply(knowledgeDay);
    }

    @Override
    public WorkingCalendar scenario(Scenario reading) {
        return reading == scenario ? this : new TableCalendar(sheet, version, tables, reading, history);
    }

    @Override
    public String assumption() {
        HolidayForecast forecast = sheet.forecast();
        return forecast == null
                ? "Days after " + sheet.knownThrough()
                        + " are not settled; only weekly rest and the days already listed are taken as off."
                : forecast.assumption();
    }

    @Override
    public String toString() {
        return version;
    }
}
