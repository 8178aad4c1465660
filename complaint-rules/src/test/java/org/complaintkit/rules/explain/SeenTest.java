package org.complaintkit.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.cases.PackCase;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.syntax.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What explanations see is what the engine sees, over the worked cases of packs. */
class SeenTest {
    private static final Packs PACKS = ShippedPacks.PACKS;

    /** A book whose every question is answered a second time by the conditions alone. */
    private record Compared(DroolsRuleBook book, Set<String> flipped) implements RuleBook {
        @Override
        public Policy policy() {
            return book.policy();
        }

        @Override
        public List<Proposal> ask(Stage stage, Situation situation) {
            List<Proposal> proposals = book.ask(stage, situation);
            List<Rule> rules =
                    book.rules().stream().filter(rule -> rule.stage() == stage).toList();
            Seen seen = new Seen(policy(), situation);
            assertThat(names(seen.proposals(rules))).isEqualTo(names(proposals));
            for (Rule rule : rules) {
                List<List<Miss.Need>> ways = Miss.ways(rule, seen);
                List<Miss.Need> needs = ways.get(0);
                boolean fired = proposals.stream().anyMatch(each -> each.rule().equals(rule.name()));
                assertThat(needs.isEmpty()).as(rule.name()).isEqualTo(fired);
                if (needs.size() == 1) {
                    // One thing made otherwise lets it match; some conditions look at a field twice.
                    assertThat(ways)
                            .allSatisfy(way -> assertThat(rule.conditions()).allMatch(seen.with(way)::holds));
                    flipped.add(rule.name());
                }
            }
            return proposals;
        }

        private static List<String> names(List<Proposal> proposals) {
            return proposals.stream()
                    .map(each -> each.rule() + " " + each.answer() + " " + each.code() + " " + each.detail())
                    .sorted()
                    .toList();
        }

        @Override
        public RuleBook with(Map<String, ?> parameters) {
            return new Compared(book.with(parameters), flipped);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCC", "INS", "FUR", "MFG"})
    void conditions_hold_where_the_engine_fires_and_one_change_makes_a_near_miss_match(String pack) {
        Path folder = Path.of("src/main/resources/org/complaintkit/packs", pack.toLowerCase(Locale.ROOT));
        Set<String> flipped = new HashSet<>();
        List<String> run = new ArrayList<>();
        Stream<PackCase> cases = PackCase.in(folder).stream().limit(12);
        cases.forEach(each -> {
            try {
                each.answer(id -> new Compared(PACKS.get(id), flipped));
                run.add(each.id());
            } catch (InvalidInputException refused) {
                run.remove(each.id());
            }
        });
        assertThat(run).hasSizeGreaterThan(5);
        assertThat(flipped).hasSizeGreaterThan(20);
    }
}
