package org.complaintkit.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.Position;
import org.junit.jupiter.api.Test;

/** What takes more room than there is, is said to be unanalysed; the rest is analysed all the same. */
class TooLargeTest {
    private static final Set<String> GIVEN_UP = Set.of("RULE_UNANALYSED", "ANALYSIS_CUT");
    private static final int PAIRS = 22;

    /** A legal rule of many alternatives, of which no order of questions is short, and a contradiction in another one. */
    private static CheckedPack entangled() {
        String words = each("LABEL,L#,l#,标#,標#\nCAUSE,C#,c#,因#,因#\n", "");
        String pairs = each("labels contains \"L#\" || causes contains \"C#\"", ", ");
        TestPack pack = TestPack.good();
        return PackReader.read(pack.with("vocabulary.csv", pack.text("vocabulary.csv") + words)
                .with(
                        "grading.drl",
                        pack.text("grading.drl") + rule("large", pairs) + rule("never", "round > 5, round < 2"))
                .files());
    }

    private static String each(String template, String joint) {
        return IntStream.range(0, PAIRS)
                .mapToObj(number -> template.replace("#", String.valueOf(number)))
                .collect(Collectors.joining(joint));
    }

    private static String rule(String name, String conditions) {
        return "rule \"" + name + "\"\n@clause(\"TST-02\")\n@basis(\"TEXT\")\nwhen\ndecide : Grading( " + conditions
                + " )\nthen\ndecide.label(\"MAJOR\");\nend\n";
    }

    private static PackAnalysis within(CheckedPack pack, int nodes) {
        return PackAnalysis.of(pack.policy(), pack.rules(), (file, id) -> Position.WHOLE_FILE, nodes);
    }

    private static Set<String> told(PackAnalysis analysis) {
        return analysis.findings().stream()
                .map(finding -> finding.code() + " " + finding.rules())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_rule_that_is_too_large_is_named_and_the_others_are_analysed() {
        assertThat(told(within(entangled(), 40_000)))
                .contains("RULE_UNANALYSED [large]", "CONDITION_CONTRADICTS [never]")
                .doesNotContain("ANALYSIS_CUT []");
    }

    /** Whatever the room: nothing is told that is not so. Where a gap of codes is not found, a complaint shows the gap. */
    @Test
    void with_less_room_less_is_found_and_nothing_else() {
        TestPack good = TestPack.good();
        CheckedPack pack = PackReader.read(good.with(
                        "grading.drl",
                        good.text("grading.drl")
                                + rule("never", "round > 5, round < 2")
                                + rule("gone", "category == \"ATTITUDE\", vip == true"))
                .files());
        PackAnalysis all = within(pack, Diagrams.MOST_NODES);
        Set<String> missed = new TreeSet<>();
        for (int nodes = 4; nodes < all.nodes() * 3; nodes = nodes * 2 + 1) {
            Set<String> some = told(within(pack, nodes));
            boolean cut = some.removeIf(each -> GIVEN_UP.contains(each.substring(0, each.indexOf(' '))));
            some.removeIf(each -> cut && each.startsWith("GAP_IN_ANSWERS "));
            assertThat(told(all)).as("with room for " + nodes).containsAll(some);
            assertThat(cut || some.equals(told(all))).isTrue();
            missed.addAll(cut ? Set.of("cut") : Set.of("whole"));
        }
        assertThat(missed).containsExactly("cut", "whole");
    }

    /** Each against each is millions of pairs, and a complaint for each of them hours: both end, and it is said. */
    @Test
    void of_thousands_of_rules_no_more_is_compared_than_there_is_time_for() {
        TestPack good = TestPack.good();
        String many = IntStream.range(0, 3_000)
                .mapToObj(i -> rule("many " + i, "round > " + i % 7).replace("label(\"MAJOR\")", "grade(\"HIGH\")"))
                .collect(Collectors.joining());
        CheckedPack pack = PackReader.read(
                good.with("grading.drl", good.text("grading.drl") + many).files());
        PackAnalysis analysis =
                assertTimeoutPreemptively(Duration.ofSeconds(30), () -> PackAnalysis.of(pack.policy(), pack.rules()));
        assertThat(told(analysis)).contains("ANALYSIS_CUT []");
    }
}
