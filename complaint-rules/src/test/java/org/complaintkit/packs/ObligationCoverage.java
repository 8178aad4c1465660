package org.complaintkit.packs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.complaintkit.decision.Answer;
import org.complaintkit.duty.Duty;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.EscalationRule;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.drools.DroolsRuleBook;

/** What a case may come to owe, must not do, and is found to have done, each once. */
record ObligationCoverage(String title, Function<DroolsRuleBook, Stream<String>> things, Seen seen)
        implements Coverage {
    private static final String FULFILLED = "duties fulfilled";

    /** Looks for the things in a case. */
    interface Seen {
        void in(Policy policy, Case value, Consumer<String> touched);
    }

    static List<Coverage> all() {
        return List.of(
                new ObligationCoverage(
                        "escalations",
                        pack -> pack.policy().escalations().values().stream().map(EscalationRule::code),
                        (policy, value, touched) -> value.escalations().stream()
                                .filter(each -> each.pack().equals(policy.id()))
                                .forEach(each -> touched.accept(each.id()))),
                new ObligationCoverage(
                        "duties raised",
                        pack -> pack.policy().duties().keySet().stream(),
                        (policy, value, touched) -> duties(policy, value).forEach(each -> touched.accept(each.code()))),
                new ObligationCoverage(
                        FULFILLED,
                        pack -> pack.policy().duties().keySet().stream(),
                        (policy, value, touched) -> duties(policy, value)
                                .filter(Duty::fulfilled)
                                .forEach(each -> touched.accept(each.code()))),
                new ObligationCoverage(
                        "prohibitions",
                        pack -> DeadlineCoverage.codes(pack.rules(), Answer.PROHIBITION),
                        (policy, value, touched) -> value.prohibitions().stream()
                                .filter(each -> each.pack().equals(policy.id()))
                                .forEach(each -> touched.accept(each.code()))),
                new ObligationCoverage(
                        "findings of rules",
                        pack -> Stream.concat(
                                DeadlineCoverage.codes(pack.rules(), Answer.FINDING),
                                DeadlineCoverage.codes(pack.rules(), Answer.NO_EFFECT)),
                        (policy, value, touched) -> value.findings().stream()
                                .filter(each -> each.pack().equals(policy.id()) && each.lasting())
                                .forEach(each -> touched.accept(each.code()))),
                new ObligationCoverage("what a missed deadline brings", ObligationCoverage::breaches, breached()),
                new ObligationCoverage("what a warning brings", ObligationCoverage::warnings, warned()));
    }

    @Override
    public Stream<String> declared(DroolsRuleBook pack) {
        return things.apply(pack).distinct();
    }

    /** What has no event of its own in the table is done when the host says so, whatever the pack. */
    @Override
    public Map<String, String> exempt(DroolsRuleBook pack) {
        Map<String, String> exempt = new TreeMap<>();
        if (title.equals(FULFILLED)) {
            pack.policy().duties().values().stream()
                    .filter(row -> row.dischargedBy().equals(EventExpression.NEVER))
                    .forEach(row -> exempt.put(row.code(), "no event but DUTY_FULFILLED ends it"));
        }
        return exempt;
    }

    @Override
    public void ended(Policy policy, Case value, Consumer<String> touched) {
        seen.in(policy, value, touched);
    }

    private static Stream<Duty> duties(Policy policy, Case value) {
        return value.duties().stream().filter(each -> each.demandedBy(policy.id()));
    }

    private static Stream<String> breaches(DroolsRuleBook pack) {
        return pack.policy().deadlines().values().stream()
                .filter(row -> !DeadlineCoverage.inactive(pack, row))
                .flatMap(row -> row.onBreach().stream().map(code -> row.id() + " " + code));
    }

    private static Seen breached() {
        return (policy, value, touched) -> DeadlineCoverage.of(policy, value)
                .filter(deadline -> deadline.late(value.advancedTo()))
                .forEach(deadline -> {
                    String row = deadline.rule().id() + " ";
                    value.escalations().stream()
                            .filter(each -> each.pack().equals(policy.id()) && each.round() == deadline.round())
                            .filter(each -> !each.firedAt().isAfter(deadline.lateFrom()))
                            .forEach(each -> touched.accept(row + each.id()));
                    value.findings().stream()
                            .filter(each -> each.pack().equals(policy.id()))
                            .filter(each -> each.about().equals(deadline.id()))
                            .forEach(each -> touched.accept(row + each.code()));
                });
    }

    private static Stream<String> warnings(DroolsRuleBook pack) {
        return pack.policy().deadlines().values().stream()
                .flatMap(row -> row.onWarning().stream().map(code -> row.id() + " " + code));
    }

    private static Seen warned() {
        return (policy, value, touched) -> DeadlineCoverage.of(policy, value)
                .forEach(deadline -> value.escalations().stream()
                        .filter(each -> each.pack().equals(policy.id()))
                        .filter(each -> each.trigger().equals(deadline.id()))
                        .filter(each -> deadline.warnAt().contains(each.firedAt()))
                        .forEach(each -> touched.accept(deadline.rule().id() + " " + each.id())));
    }
}
