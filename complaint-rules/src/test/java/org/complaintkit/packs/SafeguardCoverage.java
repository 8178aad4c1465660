package org.complaintkit.packs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.AuthorityRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.StandstillRule;
import org.complaintkit.rules.drools.DroolsRuleBook;

/** What somebody may do up to an amount, and how long records are kept. */
final class SafeguardCoverage {
    private static final List<String> SIDES = List.of("below", "at", "above");

    private SafeguardCoverage() {}

    static List<Coverage> all() {
        return List.of(new Authorities(), new Retentions(), new Pauses());
    }

    /** Each rung that has a limit: an act below it, at it and above it. */
    private static final class Authorities implements Coverage {
        @Override
        public String title() {
            return "bounds of authority";
        }

        @Override
        public Stream<String> declared(DroolsRuleBook pack) {
            return pack.policy().safeguards().authorities().stream()
                    .flatMap(rung -> rung.most(pack.policy().parameters()).isPresent()
                            ? SIDES.stream().map(side -> name(rung, side))
                            : Stream.of(name(rung, "without a limit")));
        }

        @Override
        public void asked(DroolsRuleBook pack, Question question, List<Proposal> proposals, Consumer<String> touched) {
            Situation.Happening act = question.situation().happening();
            if (question.stage() != Stage.CHECKS) {
                return;
            }
            question.policy().safeguards().authorities().stream()
                    .filter(rung -> rung.act().type().equals(act.event()))
                    .filter(rung ->
                            rung.covers(act.by(), question.situation().answers().labels()))
                    .forEach(rung -> touched.accept(name(rung, side(rung, question))));
        }

        /** What is at stake in the case counts where the act names nothing. */
        private static String side(AuthorityRule rung, Question question) {
            Situation.Happening act = question.situation().happening();
            BigDecimal each = act.details().contains("amount")
                    ? act.amount()
                    : question.situation().standing().settledAmount();
            BigDecimal amount = rung.sum() == AuthorityRule.Sum.TOTAL ? act.total() : each;
            Optional<BigDecimal> most = rung.most(question.policy().parameters());
            return most.map(bound -> SIDES.get(1 + Integer.signum(amount.compareTo(bound))))
                    .orElse("without a limit");
        }

        private static String name(AuthorityRule rung, String side) {
            return rung.act() + " by " + rung.role() + " " + rung.when() + " " + side;
        }
    }

    /** Each time begins to run, and ends with what is then owed. */
    private static final class Retentions implements Coverage {
        @Override
        public String title() {
            return "retention";
        }

        @Override
        public Stream<String> declared(DroolsRuleBook pack) {
            return pack.policy().safeguards().retentions().stream()
                    .flatMap(row -> Stream.of(row.id() + " kept", row.id() + " " + row.duty()));
        }

        @Override
        public void ended(Policy policy, Case value, Consumer<String> touched) {
            value.retentions().stream()
                    .filter(each -> each.pack().equals(policy.id()))
                    .forEach(each -> {
                        boolean owed = value.duties().stream()
                                .anyMatch(duty -> duty.pack().equals(policy.id())
                                        && duty.code().equals(each.duty()));
                        boolean over = !each.until().isAfter(value.advancedTo());
                        touched.accept(each.id() + (owed && over ? " " + each.duty() : " kept"));
                    });
        }
    }

    /** Each time that the policy itself leaves out, on each clock that it stops, and a case that it is not about. */
    private static final class Pauses implements Coverage {
        @Override
        public String title() {
            return "times left out";
        }

        @Override
        public Stream<String> declared(DroolsRuleBook pack) {
            return pack.policy().safeguards().standstills().stream()
                    .flatMap(row -> Stream.concat(
                            row.stops().stream().map(id -> row.id() + " stops " + id),
                            Stream.of(row.id() + " is not about it")));
        }

        @Override
        public void ended(Policy policy, Case value, Consumer<String> touched) {
            for (StandstillRule row : policy.safeguards().standstills()) {
                boolean about = row.about(
                        value.complaint().receivedAt().atZone(policy.zone()).toLocalDate(),
                        value.complaint().intakeCategories(),
                        policy.parameters());
                if (!about) {
                    touched.accept(row.id() + " is not about it");
                    continue;
                }
                value.deadlines().stream()
                        .filter(each -> row.stops(each.rule().id())
                                && !each.due().proof().pauses().isEmpty())
                        .forEach(each -> touched.accept(row.id() + " stops " + each.id()));
                value.retentions().stream()
                        .filter(each -> row.stops(each.id()))
                        .forEach(each -> touched.accept(row.id() + " stops " + each.id()));
            }
        }
    }
}
