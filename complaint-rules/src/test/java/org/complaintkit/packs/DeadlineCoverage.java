package org.complaintkit.packs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.Answer;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;

/**
 * Each row of a table of deadlines, a variant of one id counting for itself, in each of the states that it can end in.
 *
 * @param states the states that count
 * @param excuse why a row never gets there; empty if it does
 */
record DeadlineCoverage(String title, List<DeadlineState> states, Excuse excuse) implements Coverage {
    /** A limit that is a day in the text and not a term. */
    private static final Pattern FIXED_DAY = Pattern.compile("by [0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** Says why a row never gets to a state. */
    interface Excuse {
        /** Empty where it does. */
        String of(DeadlineRule row, Policy policy);
    }

    static List<Coverage> all() {
        return List.of(
                new DeadlineCoverage("deadlines met", List.of(DeadlineState.MET), (row, policy) -> ""),
                new DeadlineCoverage(
                        "deadlines missed", List.of(DeadlineState.BREACHED, DeadlineState.LAPSED), (row, policy) -> ""),
                new DeadlineCoverage(
                        "deadlines cancelled",
                        List.of(DeadlineState.CANCELLED),
                        (row, policy) -> row.cancelledBy().equals(EventExpression.NEVER)
                                ? "it is no part of the handling that a withdrawal ends: its row names nothing that cancels it"
                                : ""),
                new DeadlineCoverage(
                        "deadlines superseded", List.of(DeadlineState.SUPERSEDED), DeadlineCoverage::keptToTheEnd));
    }

    /** What neither an extension nor another class replaces. */
    private static String keptToTheEnd(DeadlineRule row, Policy policy) {
        boolean extended =
                policy.extensions().stream().anyMatch(each -> each.extended().equals(row.id()));
        return extended || row.gives() == DeadlineRule.Gives.WHEN_NOT_ASKED ? "" : "nothing need take its place";
    }

    @Override
    public Stream<String> declared(DroolsRuleBook pack) {
        return pack.policy().deadlines().keySet().stream();
    }

    @Override
    public Map<String, String> exempt(DroolsRuleBook pack) {
        Map<String, String> exempt = new TreeMap<>();
        pack.policy().deadlines().forEach((id, row) -> {
            String reason = inactive(pack, row)
                    ? "inactive: its one day, " + row.limit().text() + ", is over, and no rule asks for it"
                    : excuse.of(row, pack.policy());
            if (!reason.isEmpty()) {
                exempt.put(id, reason);
            }
        });
        return exempt;
    }

    @Override
    public void ended(Policy policy, Case value, Consumer<String> touched) {
        of(policy, value)
                .filter(deadline -> states.contains(deadline.state(value.advancedTo())))
                .forEach(deadline -> touched.accept(deadline.rule().id()));
    }

    /** All clocks of a case under one of its policies. */
    static Stream<Deadline> of(Policy policy, Case value) {
        return Stream.concat(value.deadlines().stream(), value.previousDeadlines().stream())
                .filter(deadline -> deadline.pack().equals(policy.id()));
    }

    /** Kept for the record: a single day of the past, which no rule asks for. */
    static boolean inactive(DroolsRuleBook pack, DeadlineRule row) {
        Predicate<ExtensionRule> brings = each -> each.into().equals(row.id());
        return FIXED_DAY.matcher(row.limit().text()).matches()
                && !codes(pack.rules(), Answer.DEADLINE).anyMatch(row.id()::equals)
                && pack.policy().extensions().stream().noneMatch(brings);
    }

    /** The codes that rules give with a verb, each once. */
    static Stream<String> codes(List<Rule> rules, Answer answer) {
        return rules.stream()
                .flatMap(rule -> rule.actions().stream())
                .filter(action -> action.verb().equals(answer.verb()))
                .map(action -> action.arguments().get(0))
                .flatMap(code -> code instanceof Operand.Text text ? Stream.of(text.value()) : Stream.of())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream();
    }
}
