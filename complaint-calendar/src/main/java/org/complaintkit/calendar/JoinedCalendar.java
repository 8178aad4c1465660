package org.complaintkit.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
    private final Scenario scenario;
    private final Map<Scenario, DayTable> tables;

    private JoinedCalendar(
            String id,
            String rule,
            Decision decision,
            List<WorkingCalendar> parts,
            Scenario scenario,
            Map<Scenario, DayTable> tables) {
        this.id = id;
        this.rule = rule;
        this.decision = decision;
        this.parts = parts;
        this.scenario = scenario;
        this.tables = tables;
        StringBuilder content = new StringBuilder(rule);
        parts.forEach(part -> content.append('\n').append(part.version()));
        this.version = id + "-sha256:"
                + SheetDigest.hex(content.toString().getBytes(StandardCharsets.UTF_8))
                        .substring(0, 12);
    }

    static JoinedCalendar of(String id, String rule, Decision decision, List<WorkingCalendar> parts) {
        if (parts.isEmpty()) {
            throw InvalidInputException.of("NO_CALENDAR", "calendar " + id)
                    .rule("a joined calendar has at least one part")
                    .wayOut("name the calendars to join")
                    .build();
        }
        Map<Scenario, DayTable> tables = new EnumMap<>(Scenario.class);
        JoinedCalendar joined = new JoinedCalendar(id, rule, decision, List.copyOf(parts), Scenario.LIKELY, tables);
        for (Scenario scenario : Scenario.values()) {
            tables.put(scenario, joined.table(scenario));
        }
        return joined;
    }

    private DayTable table(Scenario reading) {
        LocalDate first = parts.stream()
                .map(WorkingCalendar::firstDay)
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = parts.stream()
                .map(WorkingCalendar::lastDay)
                .min(LocalDate::compareTo)
                .orElseThrow();
        List<List<WorkingCalendar>> readings = Arrays.stream(Scenario.values())
                .map(each -> parts.stream().map(part -> part.scenario(each)).toList())
                .toList();
        int[] months = new int[(last.getYear() - first.getYear() + 1) * 12];
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (worked(readings, reading, day)) {
                months[(day.getYear() - first.getYear()) * 12 + day.getMonthValue() - 1] |= 1 << day.getDayOfMonth();
            }
        }
        return DayTable.of(id, first, last, months);
    }

    /**
     * The parts' earliest readings are earliest in count, not day by day, and a join may keep a borrowed day off and lose
     * the make-up day that pays for it. So the bounds of a join are the envelope of all readings.
     */
    private boolean worked(List<List<WorkingCalendar>> readings, Scenario reading, LocalDate day) {
        return switch (reading) {
            case LIKELY -> decide(parts, day).working();
            case EARLIEST ->
                readings.stream().anyMatch(read -> decide(read, day).working());
            case LATEST -> readings.stream().allMatch(read -> decide(read, day).working());
        };
    }

    private CalendarDay decide(List<WorkingCalendar> read, LocalDate day) {
        return decision.of(read.stream().map(part -> part.day(day)).toList());
    }

    private DayTable table() {
        return java.util.Objects.requireNonNull(tables.get(scenario));
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
        return table().first();
    }

    @Override
    public LocalDate lastDay() {
        return table().last();
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return table().isWorking(day);
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        return table().plus(day, n);
    }

    @Override
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        return table().between(from, to);
    }

    @Override
    public CalendarDay day(LocalDate day) {
        boolean working = table().isWorking(day);
        Certainty certainty = certainty(day, day);
        CalendarDay decided = decide(parts, day);
        if (decided.working() == working) {
            return new CalendarDay(day, working, decided.kind(), decided.name(), decided.source(), certainty);
        }
        DayKind kind = working ? DayKind.MAKE_UP : DayKind.HOLIDAY;
        return new CalendarDay(day, working, kind, decided.name(), "", certainty);
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
        return known.equals(parts) ? this : of(id, rule, decision, known).scenario(scenario);
    }

    @Override
    public WorkingCalendar scenario(Scenario reading) {
        return reading == scenario ? this : new JoinedCalendar(id, rule, decision, parts, reading, tables);
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
