package org.complaintkit.rules.analysis;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Answer;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.ReportRule;
import org.complaintkit.policy.StandstillRule;
import org.complaintkit.rules.analysis.Happenings.Happening;
import org.complaintkit.rules.cases.PackCase;
import org.complaintkit.rules.cases.TableState;
import org.complaintkit.rules.cases.TableState.State;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.words.BundleTexts;

/**
 * Looks for lines that show what can become of a row of a table of time: from the plainest complaint for which a rule asks
 * for the row, by the events that its cells name. What a desk does not confirm is no line. Not thread-safe.
 */
final class TableSearch {
    private static final String DRAFT = "DRAFT";
    private static final Duration LONG = Duration.ofDays(400);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern GIVEN = Pattern.compile("given\\.([A-Za-z]+)");
    private static final int MOST_BASES = 4;
    private static final int MOST_RUNS = 100;
    private static final List<Integer> LATER = List.of(1, 3, 7);

    private final Model model;
    private final Policy policy;
    private final Witnesses witnesses;
    private final Neighbours neighbours;
    private final ZoneId zone;
    private final Map<String, List<LineDraft>> bases = new HashMap<>();
    private int runs;

    TableSearch(Model model, Witnesses witnesses, Neighbours neighbours) {
        this.neighbours = neighbours;
        this.model = model;
        this.policy = model.policy();
        this.witnesses = witnesses;
        this.zone = policy.zone();
    }

    /** A line that shows it, if one is found. */
    Optional<LineDraft> line(String id, TableState wanted) {
        runs = 0;
        return drafts(wanted)
                .map(draft -> draft.named(id))
                .filter(line -> shows(line.toString(), wanted))
                .findFirst();
    }

    private boolean shows(String line, TableState wanted) {
        return ++runs <= MOST_RUNS
                && stands(line)
                        .filter(value -> TableState.shown(policy, value).contains(wanted))
                        .isPresent();
    }

    /** What stands in the way of a line for a state of a row, as far as one can tell. */
    String why(TableState wanted, BundleTexts words) {
        DeadlineRule row = policy.deadlines().get(wanted.row());
        if (row == null || !wanted.table().equals("deadlines.csv")) {
            return words.text("why.order");
        }
        List<LineDraft> started = started(row.id());
        if (started.isEmpty()) {
            return words.text("why.start");
        }
        boolean runs = started.stream().anyMatch(draft -> clock(draft, row.id()).isPresent());
        return runs
                ? words.text("why.runs")
                : words.text("why.limit", row.limit().text());
    }

    private Optional<Case> stands(String line) {
        return witnesses.run(PackCase.read("m.jsonl", line).get(0)).flatMap(Witnesses.Ran::value);
    }

    private Stream<LineDraft> drafts(TableState wanted) {
        return switch (wanted.table()) {
            case "deadlines.csv" -> deadline(policy.deadlines().get(wanted.row()), wanted.state());
            case "extensions.csv" ->
                policy.extensions().stream()
                        .filter(row -> row.extended().equals(wanted.row()))
                        .flatMap(this::extended);
            case "pauses.csv" ->
                policy.safeguards().standstills().stream()
                        .filter(row -> row.id().equals(wanted.row()))
                        .flatMap(this::leftOut);
            default -> escalated(wanted.row());
        };
    }

    /** A rule that fires it has a line of its own; else a breach or a warning does. */
    private Stream<LineDraft> escalated(String code) {
        Stream<LineDraft> rules = model.rules().stream()
                .filter(rule -> model.effects(rule).stream()
                        .anyMatch(effect -> effect.answer() == Answer.ESCALATE
                                && DeadlineRule.code(effect.code()).equals(code)))
                .flatMap(rule -> lines(rule).stream());
        Stream<LineDraft> breaches = policy.deadlines().values().stream()
                .filter(row -> Stream.concat(row.onBreach().stream(), row.onWarning().stream())
                        .anyMatch(each -> DeadlineRule.code(each).equals(code)))
                .flatMap(row -> deadline(row, State.MISSED));
        return Stream.concat(rules, breaches);
    }

    private Stream<LineDraft> deadline(DeadlineRule row, State state) {
        Stream<LineDraft> started = started(row.id()).stream();
        return switch (state) {
            case MET -> started.flatMap(draft -> after(draft, row.end()));
            case CANCELLED -> started.flatMap(draft -> after(draft, row.cancelledBy()));
            case STOPPED -> started.flatMap(draft -> stopped(draft, row));
            case STARTED ->
                started.flatMap(
                        draft -> Stream.of(draft, draft.until(draft.asOf().plus(LONG))));
            case MISSED, WARNED, ESCALATED, EXTENDED -> started.flatMap(draft -> missed(draft, row));
        };
    }

    /** At once, or once what has to run out first has. */
    private Stream<LineDraft> after(LineDraft draft, EventExpression expression) {
        List<List<Happening>> ways = new EventWays(model, day(draft.asOf())).of(expression);
        Stream<LineDraft> later = Stream.of(draft).flatMap(each -> waited(each).stream());
        return Stream.concat(Stream.of(draft), later)
                .flatMap(each -> Stream.concat(
                        ways.stream().map(each::and),
                        ways.stream().map(way -> discharged(each).and(way))));
    }

    /** Past the last limit of the case as it stands. */
    private Optional<LineDraft> waited(LineDraft draft) {
        return stands(draft.toString())
                .flatMap(value -> value.deadlines().stream()
                        .filter(each -> !each.limit().isNever())
                        .map(Deadline::lateFrom)
                        .max(Instant::compareTo))
                .map(last -> draft.until(last.plus(Duration.ofMinutes(1))));
    }

    /** With every duty fulfilled that may hold up a closing. */
    private LineDraft discharged(LineDraft draft) {
        List<Happening> done = new ArrayList<>();
        stands(draft.toString())
                .ifPresent(value -> value.duties().stream()
                        .filter(duty -> !duty.fulfilled())
                        .forEach(duty -> done.add(
                                new Happening(Witnesses.FULFILLED, "", Map.of("duty", List.of(duty.code()))))));
        return done.isEmpty() ? draft : draft.and(done);
    }

    private Stream<LineDraft> missed(LineDraft draft, DeadlineRule row) {
        Stream<LineDraft> dated = Stream.of(draft, draft.until(draft.asOf().plus(LONG)))
                .flatMap(each -> clock(each, row.id()).stream())
                .map(clock -> draft.until(clock.lateFrom().plus(DAY)));
        return Stream.concat(dated, Stream.of(draft.until(draft.asOf().plus(LONG))));
    }

    private Optional<Deadline> clock(LineDraft draft, String row) {
        return stands(draft.toString())
                .flatMap(value -> value.deadlines().stream()
                        .filter(each -> each.pack().equals(policy.id())
                                && each.rule().id().equals(row)
                                && !each.limit().isNever())
                        .findFirst());
    }

    private Stream<LineDraft> stopped(LineDraft draft, DeadlineRule row) {
        EventWays ways = new EventWays(model, day(draft.asOf()));
        return ways.of(row.pausedBy().from().orElseThrow()).stream()
                .flatMap(from -> ways.of(row.pausedBy().to().orElseThrow()).stream()
                        .map(to -> draft.and(from)
                                .until(draft.asOf().plus(DAY.multipliedBy(2)))
                                .and(to)));
    }

    private Stream<LineDraft> extended(ExtensionRule row) {
        return started(row.extended()).stream().flatMap(draft -> granted(draft, row));
    }

    private Stream<LineDraft> granted(LineDraft draft, ExtensionRule row) {
        Optional<Deadline> clock = clock(draft, row.extended());
        EventWays ways = new EventWays(model, day(draft.asOf()));
        return clock.stream()
                .flatMap(each -> LATER.stream().flatMap(days -> {
                    String limit = day(each.lateFrom()).plusDays(days).toString();
                    Stream<LineDraft> granted = ways.of(row.grantedBy()).stream()
                            .filter(way -> !way.isEmpty())
                            .map(way -> draft.and(List.of(grant(way.get(way.size() - 1), row, limit))));
                    return row.notice().equals(row.grantedBy())
                            ? granted
                            : granted.flatMap(each2 -> ways.of(row.notice()).stream()
                                    .filter(way -> !way.isEmpty())
                                    .map(way -> each2.and(List.of(notice(way.get(way.size() - 1), row)))));
                }));
    }

    private static Happening grant(Happening event, ExtensionRule row, String limit) {
        Map<String, List<String>> data = new TreeMap<>(event.data());
        data.put(ExtensionRule.NEW_LIMIT, List.of(limit));
        new TreeSet<>(row.grounds()).stream().limit(1).forEach(ground -> data.put("ground", List.of(ground)));
        String by = new TreeSet<>(row.approvedBy()).stream().findFirst().orElse(event.by());
        Happening granted = new Happening(event.type(), by, data);
        return row.notice().equals(row.grantedBy()) ? notice(granted, row) : granted;
    }

    private static Happening notice(Happening event, ExtensionRule row) {
        Map<String, List<String>> data = new TreeMap<>(event.data());
        new TreeSet<>(row.inWriting()).stream().limit(1).forEach(via -> data.put("via", List.of(via)));
        return new Happening(event.type(), event.by(), data);
    }

    private Stream<LineDraft> leftOut(StandstillRule row) {
        LocalDate first = ReportRule.day(row.from(), policy.parameters(), "pause " + row.id())
                .orElseThrow();
        LocalDate received = ReportRule.day(row.receivedFrom(), policy.parameters(), "pause " + row.id())
                .filter(day -> day.isAfter(first))
                .orElse(first);
        return policy.deadlines().keySet().stream()
                .filter(row::stops)
                .flatMap(id -> started(id).stream())
                .map(draft -> draft.received(received, row.when()))
                .flatMap(draft -> Stream.of(draft, draft.until(draft.asOf().plus(DAY.multipliedBy(3)))));
    }

    /** Complaints for which the clock of a row runs: where a rule asks for it, or by an extension. */
    private List<LineDraft> started(String row) {
        List<LineDraft> known = bases.get(row);
        if (known != null) {
            return known;
        }
        bases.put(row, List.of());
        List<LineDraft> found = new ArrayList<>();
        DeadlineRule deadline = policy.deadlines().get(row);
        found.addAll(neighbours.running(row));
        int least = found.size();
        for (Rule rule : model.rules()) {
            boolean asks = model.effects(rule).stream()
                    .anyMatch(effect ->
                            effect.answer() == Answer.DEADLINE && effect.code().equals(row));
            if (asks && found.size() < least + MOST_BASES) {
                for (LineDraft line : lines(rule)) {
                    new EventWays(model, day(line.asOf()))
                            .of(deadline.start()).stream()
                                    .limit(3)
                                    .forEach(way -> found.add(given(line.and(way), deadline)));
                }
            }
        }
        policy.extensions().stream()
                .filter(each -> each.into().equals(row) && !each.extended().equals(row))
                .flatMap(this::extended)
                .filter(draft -> clock(draft, row).isPresent())
                .limit(1)
                .forEach(found::add);
        bases.put(row, found);
        return found;
    }

    /** With the days that a limit or a target takes from the complaint. */
    private static LineDraft given(LineDraft draft, DeadlineRule row) {
        LineDraft all = draft;
        for (LimitRule each : List.of(row.limit(), row.target())) {
            Matcher names = GIVEN.matcher(written(each));
            while (names.find()) {
                all = all.given(names.group(1));
            }
        }
        return all;
    }

    /** As the cell has it. */
    private static String written(LimitRule limit) {
        return limit.kind() == LimitRule.Kind.GIVEN ? "given." + limit.text() : limit.text();
    }

    private List<LineDraft> lines(Rule rule) {
        return witnesses
                .line(DRAFT, model.real(rule.stage(), model.when(rule)), asked -> asked.fired(rule.name()))
                .map(line -> LineDraft.of(line, zone))
                .stream()
                .toList();
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
