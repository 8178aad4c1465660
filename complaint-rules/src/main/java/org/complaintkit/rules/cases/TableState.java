package org.complaintkit.rules.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.calendar.Pause;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Answer;
import org.complaintkit.duty.Escalation;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.PauseRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.StandstillRule;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of time, and one thing that can become of it: what a worked case may show. Immutable.
 *
 * @param table the file, such as {@code deadlines.csv}
 * @param row id of the row, with its variant; of an extension the deadline that is extended
 * @param state what becomes of it
 */
public record TableState(String table, String row, State state) {
    /** What can become of a row. */
    public enum State {
        /** Its clock ran. */
        STARTED,
        /** Its end came in time. */
        MET,
        /** Its limit passed; what it was for may have lapsed. */
        MISSED,
        /** It was made pointless. */
        CANCELLED,
        /** Its clock stood still. */
        STOPPED,
        /** Its owner was warned. */
        WARNED,
        /** It, or its warning or breach, was told to somebody. */
        ESCALATED,
        /** Its limit was extended. */
        EXTENDED
    }

    private static final String ENTERED = "ENTERED";
    private static final String DEADLINES = "deadlines.csv";
    private static final String ESCALATIONS = "escalations.csv";
    private static final String EXTENSIONS = "extensions.csv";
    private static final String PAUSES = "pauses.csv";

    /** All that can become of the rows of a pack, table by table; rows that nothing asks for are left out. */
    public static List<TableState> of(Policy policy, List<Rule> rules) {
        Set<String> asked = asked(policy, rules);
        List<TableState> all = new ArrayList<>();
        for (DeadlineRule row : policy.deadlines().values()) {
            if (asked.contains(row.id())) {
                states(policy, row).forEach(state -> all.add(new TableState(DEADLINES, row.id(), state)));
            }
        }
        policy.extensions().stream()
                .map(row -> new TableState(EXTENSIONS, row.extended(), State.EXTENDED))
                .distinct()
                .forEach(all::add);
        for (StandstillRule row : policy.safeguards().standstills()) {
            if (asked.stream().anyMatch(row::stops)) {
                all.add(new TableState(PAUSES, row.id(), State.STOPPED));
            }
        }
        policy.escalations().values().stream()
                .map(row -> new TableState(ESCALATIONS, row.code(), State.ESCALATED))
                .distinct()
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static Set<String> asked(Policy policy, List<Rule> rules) {
        Set<String> asked = rules.stream()
                .flatMap(rule -> rule.actions().stream())
                .filter(action -> action.verb().equals(Answer.DEADLINE.verb()))
                .map(action -> action.arguments().get(0))
                .map(code -> code instanceof Operand.Text text
                        ? text.value()
                        : policy.parameters().text(((Operand.Parameter) code).id()))
                .collect(Collectors.toCollection(TreeSet::new));
        policy.extensions().forEach(row -> asked.add(row.into()));
        return asked;
    }

    private static Set<State> states(Policy policy, DeadlineRule row) {
        Set<State> states = new LinkedHashSet<>(List.of(State.STARTED, State.MISSED));
        if (happens(policy, row.end())) {
            states.add(State.MET);
        }
        if (happens(policy, row.cancelledBy())) {
            states.add(State.CANCELLED);
        }
        if (!row.pausedBy().equals(PauseRule.NONE)) {
            states.add(State.STOPPED);
        }
        if (!row.warnings().isEmpty()) {
            states.add(State.WARNED);
        }
        boolean told = Stream.concat(row.onBreach().stream(), row.onWarning().stream())
                .anyMatch(code -> escalation(policy, code));
        if (told) {
            states.add(State.ESCALATED);
        }
        return states;
    }

    /** Not a state that no row of the lifecycle leads to. */
    private static boolean happens(Policy policy, EventExpression expression) {
        return expression
                .patterns()
                .anyMatch(pattern -> !pattern.type().equals(ENTERED)
                        || policy.transitions().stream()
                                .anyMatch(row -> pattern.conditions().stream()
                                        .anyMatch(each ->
                                                each.equal() && each.value().equals(row.to()))));
    }

    private static boolean escalation(Policy policy, String code) {
        return policy.escalations().values().stream()
                .anyMatch(each -> each.id().equals(code) || each.code().equals(code));
    }

    /** What became of the rows of a pack in a case, as far as it has got. */
    public static Set<TableState> shown(Policy policy, Case value) {
        Set<TableState> shown = new LinkedHashSet<>();
        List<Deadline> own = Stream.concat(value.deadlines().stream(), value.previousDeadlines().stream())
                .filter(deadline -> deadline.pack().equals(policy.id()))
                .toList();
        List<Escalation> told = value.escalations().stream()
                .filter(each -> each.pack().equals(policy.id()))
                .toList();
        for (Deadline deadline : own) {
            states(deadline, told, value.advancedTo())
                    .forEach(state ->
                            shown.add(new TableState(DEADLINES, deadline.rule().id(), state)));
            policy.extensions().stream()
                    .filter(row -> row.into().equals(deadline.rule().id()))
                    .forEach(row -> shown.add(new TableState(EXTENSIONS, row.extended(), State.EXTENDED)));
            policy.safeguards().standstills().stream()
                    .filter(row -> row.stops(deadline.rule().id()) && leftOut(row, policy, deadline))
                    .forEach(row -> shown.add(new TableState(PAUSES, row.id(), State.STOPPED)));
        }
        told.forEach(each -> shown.add(new TableState(ESCALATIONS, DeadlineRule.code(each.id()), State.ESCALATED)));
        return shown;
    }

    private static Set<State> states(Deadline deadline, List<Escalation> told, Instant asOf) {
        Set<State> states = new LinkedHashSet<>(List.of(State.STARTED));
        switch (deadline.state(asOf)) {
            case MET -> states.add(State.MET);
            case BREACHED, LAPSED -> states.add(State.MISSED);
            case CANCELLED -> states.add(State.CANCELLED);
            case OPEN, SUPERSEDED -> {}
        }
        if (!deadline.due().proof().pauses().isEmpty()) {
            states.add(State.STOPPED);
        }
        boolean warned = deadline.warnAt().stream().anyMatch(at -> !at.isAfter(asOf) && !stoppedBefore(deadline, at));
        if (warned) {
            states.add(State.WARNED);
        }
        for (Escalation each : told) {
            boolean breach = deadline.late(asOf) && names(deadline.rule().onBreach(), each);
            if (breach || (warned && names(deadline.rule().onWarning(), each))) {
                states.add(State.ESCALATED);
            }
        }
        return states;
    }

    private static boolean stoppedBefore(Deadline deadline, Instant at) {
        return before(deadline.endedAt(), at)
                || before(deadline.supersededAt(), at)
                || before(deadline.cancelledAt(), at);
    }

    private static boolean before(@Nullable Instant stop, Instant at) {
        return stop != null && stop.isBefore(at);
    }

    private static boolean names(List<String> codes, Escalation escalation) {
        return codes.stream()
                .anyMatch(code -> code.equals(escalation.id())
                        || DeadlineRule.code(code).equals(DeadlineRule.code(escalation.id())));
    }

    private static boolean leftOut(StandstillRule row, Policy policy, Deadline deadline) {
        Pause time = row.time(policy.parameters(), policy.zone());
        return deadline.due().proof().pauses().stream()
                .anyMatch(each -> (time.to() == null || each.from().isBefore(time.to()))
                        && (each.to() == null || each.to().isAfter(time.from())));
    }

    /** As a list of what lacks has it: {@code deadlines.csv TEA-D01: missed}. */
    @Override
    public String toString() {
        return table + " " + row + ": " + state.name().toLowerCase(Locale.ROOT);
    }
}
