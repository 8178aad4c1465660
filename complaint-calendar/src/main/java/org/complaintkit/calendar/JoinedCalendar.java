package org.complaintkit.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Several calendars as one. It has tables of its own, so that an answer costs the same as from one calendar. */
final class JoinedCalendar implements WorkingCalendar {

    /** Decides a day from what each part says of it. */
    interface Decision {
        CalendarDay of(List<CalendarDay> said);
    }

    private final String id;
    private final String rule;
    private final Decision decision;
    private final List<WorkingCalendar> parts;
    private final String version;
    private final DayTable table;
    private final ScenarioReadings readings;
    private final JoinedStates states;

    private JoinedCalendar(
            String id, String rule, Decision decision, List<WorkingCalendar> parts, JoinedStates states) {
        this.id = id;
        this.rule = rule;
        this.decision = decision;
        this.parts = parts;
        this.states = states;
        StringBuilder content = new StringBuilder(rule);
        parts.forEach(part -> content.append('\n').append(part.version()));
        this.version = id + "-sha256:"
                + SheetDigest.hex(content.toString().getBytes(StandardCharsets.UTF_8))
                        .substring(0, 12);
        DayTable likely = table();
        this.table = likely;
        this.readings = new ScenarioReadings(this, () -> new JoinedBounds(parts, decision, likely).make());
    }

    static JoinedCalendar of(String id, String rule, Decision decision, List<WorkingCalendar> parts) {
        if (parts.isEmpty()) {
            throw InvalidInputException.of("NO_CALENDAR", "calendar " + id)
                    .rule("a joined calendar has at least one part")
                    .wayOut("name the calendars to join")
                    .build();
        }
        return new JoinedCalendar(id, rule, decision, List.copyOf(parts), new JoinedStates());
    }

    private DayTable table() {
        LocalDate first = parts.stream()
                .map(WorkingCalendar::firstDay)
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = parts.stream()
                .map(WorkingCalendar::lastDay)
                .min(LocalDate::compareTo)
                .orElseThrow();
        int[] months = new int[(last.getYear() - first.getYear() + 1) * 12];
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (decide(day).working()) {
                months[(day.getYear() - first.getYear()) * 12 + day.getMonthValue() - 1] |= 1 << day.getDayOfMonth();
            }
        }
        return DayTable.of(id, first, last, months);
    }

    private CalendarDay decide(LocalDate day) {
        return decision.of(parts.stream().map(part -> part.day(day)).toList());
    }

    @Override
    public String id() {
        return id;
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
        CalendarDay decided = decide(day);
        return new CalendarDay(day, working, decided.kind(), decided.name(), decided.source(), certainty(day, day));
    }

    @Override
    public Certainty certainty(LocalDate from, LocalDate to) {
        boolean open = parts.stream().anyMatch(part -> part.certainty(from, to) == Certainty.PROVISIONAL);
        return open ? Certainty.PROVISIONAL : Certainty.OFFICIAL;
    }

    @Override
    public WorkingCalendar asOf(LocalDate knowledgeDay) {
        List<WorkingCalendar> known =
                parts.stream().map(part -> part.asOf(knowledgeDay)).toList();
        return known.equals(parts)
                ? this
                : states.of(known, () -> new JoinedCalendar(id, rule, decision, known, states));
    }

    @Override
    public WorkingCalendar scenario(Scenario reading) {
        return readings.of(reading);
    }

    @Override
    public String assumption() {
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(all.isEmpty() ? "" : " ")
                .append(part.id())
                .append(": ")
                .append(part.assumption()));
        return all.toString();
    }

    @Override
    public String toString() {
        return version;
    }
}
