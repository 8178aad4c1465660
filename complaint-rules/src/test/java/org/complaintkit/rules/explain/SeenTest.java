package org.complaintkit.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.ObservedRuleBook;
import org.complaintkit.decision.Proposal;
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

    /** Answers every question a second time by the conditions alone, and notes the rules that one change lets match. */
    private static ObservedRuleBook compared(DroolsRuleBook pack, Set<String> flipped) {
        return new ObservedRuleBook(pack, (book, stage, situation, proposals) -> {
            List<Rule> rules =
                    pack.rules().stream().filter(rule -> rule.stage() == stage).toList();
            Seen seen = new Seen(book.policy(), situation);
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
        });
    }

    private static List<String> names(List<Proposal> proposals) {
        return proposals.stream()
                .map(each -> each.rule() + " " + each.answer() + " " + each.code() + " " + each.detail())
                .sorted()
                .toList();
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
                each.answer(id -> compared(PACKS.get(id), flipped));
                run.add(each.id());
            } catch (InvalidInputException refused) {
                run.remove(each.id());
            }
        });
        assertThat(run).hasSizeGreaterThan(5);
        assertThat(flipped).hasSizeGreaterThan(20);
    }
}
