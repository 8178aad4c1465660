package org.complaintkit.packs;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.complaintkit.decision.Account;
import org.complaintkit.decision.Answer;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.AmountRule;
import org.complaintkit.policy.MeasureRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.drools.DroolsRuleBook;

/** What a pack enters about its cases: amounts, numbers and measures. */
final class BookCoverage {
    private BookCoverage() {}

    static List<Coverage> all() {
        return List.of(new Amounts(), new Numbers(), new Measures());
    }

    /** Each amount is reckoned; where the greater or the smaller of two counts, each of them once. */
    private static final class Amounts implements Coverage {
        @Override
        public String title() {
            return "amounts";
        }

        @Override
        public Stream<String> declared(DroolsRuleBook pack) {
            return pack.policy().accounts().amounts().values().stream()
                    .flatMap(row -> bounded(row)
                            ? Stream.of("below", "at", "above").map(side -> row.id() + " " + side + " its bound")
                            : Stream.of(row.id()));
        }

        private static boolean bounded(AmountRule row) {
            return row.formula().toString().matches("(min|max)\\(.*");
        }

        @Override
        public void ended(Policy policy, Case value, Consumer<String> touched) {
            Account account = value.register().accounts().get(policy.id());
            account.reasons().stream()
                    .filter(reason -> reason.answer().equals(Answer.AMOUNT.verb()))
                    .map(reason -> policy.accounts().amounts().get(reason.code()))
                    .forEach(row -> touched.accept(
                            bounded(row)
                                    ? row.id() + " " + AmountBound.side(policy, value, row) + " its bound"
                                    : row.id()));
        }
    }

    /** Each number is given, overflows its width, and gives way to that of a further round where there may be one. */
    private static final class Numbers implements Coverage {
        @Override
        public String title() {
            return "numbers";
        }

        @Override
        public Stream<String> declared(DroolsRuleBook pack) {
            return pack.policy().accounts().numbers().stream()
                    .flatMap(row -> Stream.of(row.number() + " given", row.number() + " overflows"));
        }

        @Override
        public void ended(Policy policy, Case value, Consumer<String> touched) {
            policy.accounts().numbers().forEach(row -> {
                if (!value.register().number().isEmpty()) {
                    touched.accept(row.number() + " given");
                }
                if (value.findings().stream()
                        .anyMatch(each -> each.code().equals("NUMBER_OVERFLOW")
                                && each.about().equals(row.number()))) {
                    touched.accept(row.number() + " overflows");
                }
            });
        }
    }

    /** Each row of the lists of measures is what a case with its cause carries. */
    private static final class Measures implements Coverage {
        @Override
        public String title() {
            return "measures";
        }

        @Override
        public Stream<String> declared(DroolsRuleBook pack) {
            return pack.policy().accounts().measures().stream().map(Measures::name);
        }

        @Override
        public void ended(Policy policy, Case value, Consumer<String> touched) {
            policy.accounts().measures().stream()
                    .filter(row -> value.complaint().causes().contains(row.cause()))
                    .filter(row -> value.measures().contains(row.measure()))
                    .forEach(row -> touched.accept(name(row)));
        }

        private static String name(MeasureRule row) {
            return row.cause() + " " + row.measure();
        }
    }
}
