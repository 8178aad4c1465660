package org.complaintkit.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.complaintkit.rules.Packs;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packs that we ship mean what they say. */
class ShippedPacksAnalysisTest {
    private static final Packs PACKS = Packs.shipped();

    static Iterable<String> ids() {
        return PACKS.ids();
    }

    @AfterAll
    static void close() {
        PACKS.close();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void nothing_is_found_in_a_pack_of_ours(String id) {
        DroolsRuleBook book = PACKS.get(id);
        assertThat(PackAnalysis.of(book.policy(), book.rules()).findings()).isEmpty();
    }
}
