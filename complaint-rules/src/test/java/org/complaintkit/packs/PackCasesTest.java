package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worked cases of every pack that we ship: ours, which the pack carries, and those of other authors, who knew the
 * clauses and the catalogues but not this code.
 */
class PackCasesTest {
    private static Packs packs;

    @BeforeAll
    static void load() {
        packs = Packs.shipped();
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    static Stream<WorkedCase> cases() throws IOException {
        List<WorkedCase> cases = new ArrayList<>();
        for (String id : packs.ids()) {
            cases.addAll(casesOf(id));
        }
        return cases.stream();
    }

    /** All worked cases that lie with a pack; other packs may govern them besides. */
    static List<WorkedCase> casesOf(String pack) throws IOException {
        String folder = "/org/complaintkit/packs/" + pack.toLowerCase(Locale.ROOT) + "/";
        List<WorkedCase> cases = new ArrayList<>();
        for (String file : List.of("cases/cases.jsonl", "cases/reports.jsonl", "examples.jsonl", "independent.jsonl")) {
            cases.addAll(WorkedCase.of(folder + file));
        }
        return cases;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_answer_has_all_that_the_case_expects(WorkedCase worked) throws IOException {
        assertThat(worked.differences(packs::get)).isEmpty();
    }
}
