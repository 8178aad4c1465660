package org.complaintkit.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.PlainEvaluation;
import org.complaintkit.rules.RandomRules;
import org.complaintkit.rules.RandomSituations;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.syntax.Rule;

class RuleBookProperties {
    private static final Policy POLICY = TestPack.good().policy();
    private static final List<Rule> RULES = new RandomRules(20_261_122L, POLICY).rules(120);
    private static final DroolsRuleBook BOOK = compiled("A", RULES);
    private static final DroolsRuleBook SHUFFLED = compiled("B", shuffled(RULES));

    private static DroolsRuleBook compiled(String version, List<Rule> rules) {
        PackVersion pack = new PackVersion("TST", version, "");
        return DroolsRuleBook.load(POLICY, rules, RuleCompiler.compile(pack, rules));
    }

    private static List<Rule> shuffled(List<Rule> rules) {
        List<Rule> other = new ArrayList<>(rules);
        Collections.shuffle(other, new Random(7));
        return other;
    }

    @AfterContainer
    static void close() {
        BOOK.close();
        SHUFFLED.close();
        assertThat(BOOK.sessionsDisposed()).isEqualTo(BOOK.sessionsOpened());
    }

    @Property(tries = 1_000)
    void drools_answers_what_the_tree_means(@ForAll long seed) {
        Situation situation = new RandomSituations(seed, POLICY).next();
        for (Stage stage : Stage.values()) {
            assertThat(BOOK.ask(stage, situation))
                    .as("%s of seed %d", stage, seed)
                    .isEqualTo(new PlainEvaluation(POLICY, situation).ask(RULES, stage));
        }
    }

    @Property(tries = 500)
    void parameters_that_are_set_count_at_once_and_for_that_copy_only(@ForAll long seed) {
        Situation situation = new RandomSituations(seed, POLICY).next();
        Map<String, Object> values =
                Map.of("tst.loss", seed & 0xFFFF, "tst.people", 2 + (seed & 3), "tst.department", "AUDIT_SUPERVISION");
        DroolsRuleBook set = BOOK.with(values);
        for (Stage stage : Stage.values()) {
            assertThat(set.ask(stage, situation))
                    .isEqualTo(new PlainEvaluation(set.policy(), situation).ask(RULES, stage));
            assertThat(BOOK.ask(stage, situation)).isEqualTo(new PlainEvaluation(POLICY, situation).ask(RULES, stage));
        }
    }

    @Property(tries = 500)
    void the_order_of_the_rules_in_the_files_never_shows(@ForAll long seed) {
        Situation situation = new RandomSituations(seed, POLICY).next();
        for (Stage stage : Stage.values()) {
            assertThat(SHUFFLED.ask(stage, situation)).isEqualTo(BOOK.ask(stage, situation));
        }
    }

    @Property(tries = 20)
    void the_default_locale_never_shows(@ForAll long seed) {
        Situation situation = new RandomSituations(seed, POLICY).next();
        Locale before = Locale.getDefault();
        List<Proposal> here = BOOK.ask(Stage.GRADING, situation);
        try {
            for (String tag : List.of("tr-TR", "th-TH-u-nu-thai", "ar-EG", "en", "lt")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(BOOK.ask(Stage.GRADING, situation)).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 5)
    void eight_threads_get_the_answers_of_one(@ForAll long seed) throws Exception {
        List<Situation> situations = new ArrayList<>();
        RandomSituations drawn = new RandomSituations(seed, POLICY);
        List<List<Proposal>> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Situation situation = drawn.next();
            situations.add(situation);
            expected.add(BOOK.ask(Stage.DEADLINES, situation));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<List<Proposal>>>> answers = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                answers.add(threads.submit(() -> situations.stream()
                        .map(situation -> BOOK.ask(Stage.DEADLINES, situation))
                        .toList()));
            }
            for (Future<List<List<Proposal>>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
