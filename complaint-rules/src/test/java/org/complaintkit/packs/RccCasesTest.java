package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worked cases of the rural credit cooperative policy: the published ones, ours, and those of an author who knew the
 * clauses and the catalogues but not this code.
 */
class RccCasesTest {
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
        List<WorkedCase> published = WorkedCase.of("/org/complaintkit/packs/rcc/examples.jsonl");
        List<WorkedCase> ours = WorkedCase.of("/org/complaintkit/packs/rcc/cases/cases.jsonl");
        List<WorkedCase> independent = WorkedCase.of("/org/complaintkit/packs/rcc/independent.jsonl");
        return Stream.of(published, ours, independent).flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_answer_has_all_that_the_case_expects(WorkedCase worked) throws IOException {
        assertThat(worked.differences(packs::get)).isEmpty();
    }
}
