package org.complaintkit.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several calendars as one. It has tables of its own, so that an answer costs the same as from one calendar. */
final class JoinedCalendar implements WorkingCalendar {

    /** Parts of parts that are calendars of their own: each is asked for each day that is described. */
    static final int MOST_PARTS = 256;
    /** Joins inside each other. */
    static final int DEEPEST = 16;

    private final String id;
    private final JoinRule rule;
    private final List<WorkingCalendar> parts;
    private final String version;
    private final DayTable table;
    private final ScenarioReadings readings;
    private final JoinedStates states;

    private JoinedCalendar(String id, JoinRule rule, List<WorkingCalendar> parts, JoinedStates states) {
        this.id = id;
        this.rule = rule;
        this.parts = parts;
        this.states = states;
        StringBuilder content = new StringBuilder(rule.name());
        parts.forEach(part -> content.append('\n').append(part.version()));
        this.version = id + "-sha256:"
                + SheetDigest.hex(content.toString().getBytes(StandardCharsets.UTF_8))
                        .substring(0, 12);
        DayTable likely = table();
        this.table = likely;
        this.readings = new ScenarioReadings(this, () -> new JoinedBounds(parts, rule, likely).make());
    }

    static JoinedCalendar of(String id, JoinRule rule, List<WorkingCalendar> named) {
        // The same calendar again says nothing new, and to ask it again each time is how a join of joins explodes.
        List<WorkingCalendar> parts = named.stream().distinct().toList();
        if (parts.isEmpty()) {
            throw InvalidInputException.of("NO_CALENDAR", "calendar " + id)
                    .rule("a joined calendar has at least one part")
                    .wayOut("name the calendars to join")
                    .build();
        }
        long leaves = 0;
        int depth = 0;
        for (WorkingCalendar part : parts) {
            leaves += part instanceof JoinedCalendar joined ? joined.leaves() : 1;
            depth = Math.max(depth, part instanceof JoinedCalendar joined ? joined.depth() : 0);
        }
        if (leaves > MOST_PARTS || depth >= DEEPEST) {
            throw InvalidInputException.of("JOIN_TOO_LARGE", "calendar " + id)
                    .value(leaves + " parts, " + (depth + 1) + " deep")
                    .rule("at most " + MOST_PARTS + " parts of parts and " + DEEPEST + " joins inside each other")
                    .wayOut("join the calendars in one step, each once")
                    .build();
        }
        return new JoinedCalendar(id, rule, parts, new JoinedStates());
    }

    private long leaves() {
        return parts.stream()
                .mapToLong(part -> part instanceof JoinedCalendar joined ? joined.leaves() : 1)
                .sum();
    }

    private int depth() {
        return 1
                + parts.stream()
                        .mapToInt(part -> part instanceof JoinedCalendar joined ? joined.depth() : 0)
                        .max()
                        .orElse(0);
    }

    /** Parts that are joins themselves answer from tables of their own, so the cost is that of the parts, not of theirs. */
    private DayTable table() {
        LocalDate first = parts.stream()
                .map(WorkingCalendar::firstDay)
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = parts.stream()
                .map(WorkingCalendar::lastDay)
                .min(LocalDate::compareTo)
                .orElseThrow();
        if (last.isBefore(first)) {
            throw InvalidInputException.of("NO_COMMON_DAY", "calendar " + id)
                    .value(first + ".." + last)
                    .rule("a joined calendar covers the days that all parts cover")
                    .wayOut("join calendars that overlap")
                    .build();
        }
        int[] months = new int[(last.getYear() - first.getYear() + 1) * 12];
        boolean[] works = new boolean[parts.size()];
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (int i = 0; i < works.length; i++) {
                works[i] = parts.get(i).isWorkingDay(day);
            }
            if (rule.works(day, works)) {
                months[(day.getYear() - first.getYear()) * 12 + day.getMonthValue() - 1] |= 1 << day.getDayOfMonth();
            }
        }
        return DayTable.of(id, first, last, months);
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
        CalendarDay decided = decided(day);
        return new CalendarDay(day, working, decided.kind(), decided.name(), decided.source(), certainty(day, day));
    }

    private CalendarDay decided(LocalDate day) {
        return rule.describe(day, parts.stream().map(part -> part.day(day)).toList());
    }

    /** Of a day that no part names, the first notice of a part that sees it as the join does. */
    @Override
    public String notice(LocalDate day) {
        CalendarDay decided = decided(day);
        if (!decided.source().isEmpty()) {
            return decided.source();
        }
        return parts.stream()
                .filter(part -> part.day(day).kind() == decided.kind())
                .map(part -> part.notice(day))
                .filter(notice -> !notice.isEmpty())
                .findFirst()
                .orElse("");
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
        return known.equals(parts) ? this : states.of(known, () -> new JoinedCalendar(id, rule, known, states));
    }

    @Override
    public WorkingCalendar scenario(Scenario reading) {
        return readings.of(reading);
    }

    @Override
    public String assumption() {
        return assumptions(WorkingCalendar::assumption);
    }

    @Override
    public String assumption(LocalDate latest) {
        return assumptions(part -> part.assumption(latest));
    }

    private String assumptions(Function<WorkingCalendar, String> assumed) {
        // Of a part that is settled for as long as the calendar lasts nothing is assumed.
        List<WorkingCalendar> open = parts.stream()
                .filter(part -> part.certainty(firstDay(), lastDay()) == Certainty.PROVISIONAL)
                .toList();
        return (open.isEmpty() ? parts : open)
                .stream()
                        .map(part -> part.id() + ": " + assumed.apply(part))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return version;
    }
}
