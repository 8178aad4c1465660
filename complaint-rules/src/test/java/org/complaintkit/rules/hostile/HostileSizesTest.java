package org.complaintkit.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.PackFiles;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Packs that multiply two files, each within its bounds: what one declares by the thousand another asks for by the ten
 * thousand. To look each name up must not cost more where there are more of them.
 */
class HostileSizesTest {
    private static final TestPack PACK = TestPack.good();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int DECLARED = 8_000;

    private static String lines(int number, IntFunction<String> line) {
        return IntStream.range(0, number).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static TestPack more(TestPack pack, String file, int number, IntFunction<String> line) {
        return pack.with(file, pack.text(file) + lines(number, line));
    }

    /** A file of rules of a stage as large as may be, each with one condition or consequence that is written over and over. */
    private static String rules(String fact, IntFunction<String> condition, IntFunction<String> consequence) {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; rules.length() < PackFiles.MAX_BYTES / 2; i++) {
            rules.append("rule \"x").append(i).append("\" @clause(\"TST-02\") @basis(\"TEXT\") when decide : ");
            rules.append(fact).append('(').append(condition.apply(i)).append(") then ");
            rules.append(consequence.apply(i)).append(" end\n");
        }
        return rules.toString();
    }

    private static String anyOf(String field, String code) {
        String list = field + " in (" + ("\"" + code + "\",").repeat(499) + "\"" + code + "\")";
        return Stream.generate(() -> list).limit(5).collect(Collectors.joining(" || "));
    }

    private static TestPack words(String kind) {
        return more(PACK, "vocabulary.csv", DECLARED, i -> kind + ",C" + i + ",a,b,c");
    }

    private static String vocabulary(String kind, String prefix) {
        return lines(DECLARED, i -> kind + "," + prefix + i + ",a,b,c");
    }

    private static TestPack deadlines() {
        String row = ",TST-01,TEXT,COMPLAINT_RECEIVED,REPLY,,3 days,,,no,no,";
        return more(PACK, "deadlines.csv", DECLARED / 2, i -> "D" + i + row)
                .with("vocabulary.csv", PACK.text("vocabulary.csv") + vocabulary("DEADLINE", "D"));
    }

    private static TestPack amounts(IntFunction<String> formula) {
        return more(PACK, "amounts.csv", DECLARED, i -> "a" + i + ",TST-05,TEXT," + formula.apply(i) + ",");
    }

    private static TestPack executed(TestPack pack, String artefact) {
        return more(pack, "clauses.csv", 60, i -> "X" + i + ",,x,\"" + (artefact + ";").repeat(500) + "\",a,b,c");
    }

    private static String said(IntFunction<String> consequence) {
        return IntStream.range(0, 100).mapToObj(consequence).collect(Collectors.joining());
    }

    static List<Named<TestPack>> packs() {
        String label = "decide.label(\"MAJOR\");";
        return List.of(
                Named.of(
                        "codes in conditions",
                        words("CATEGORY")
                                .with("grading.drl", rules("Grading", i -> anyOf("category", "C7"), i -> label))),
                Named.of(
                        "unknown codes in conditions",
                        words("CATEGORY")
                                .with("grading.drl", rules("Grading", i -> anyOf("category", "C"), i -> label))),
                Named.of(
                        "roles in consequences",
                        words("ROLE")
                                .with(
                                        "responsibility.drl",
                                        rules("Responsibility", i -> "", i -> said(j -> "decide.assist(\"C7\");")))),
                Named.of(
                        "codes in the cells of a decision table",
                        words("CATEGORY")
                                .with(
                                        "grading.table.csv",
                                        "name,clause,basis,category,then label\n"
                                                + lines(
                                                        2_000,
                                                        i -> "t" + i + ",TST-02,TEXT," + "C7; ".repeat(30)
                                                                + "C8,MAJOR"))),
                Named.of("amounts that carry out clauses", executed(amounts(i -> "1"), "amount:a7")),
                Named.of("deadlines that carry out clauses", executed(deadlines(), "deadline:D7")),
                Named.of("amounts that rest on the next one", amounts(i -> "a" + (i + 1))),
                Named.of("amounts that rest on names that are not there", amounts(i -> "b" + i)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    void is_read_soon_whatever_it_comes_to(TestPack pack) {
        List<PackFault> faults = assertTimeoutPreemptively(SOON, pack::faults);

        assertThat(faults).hasSizeLessThanOrEqualTo(1_000);
    }
}
