package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.syntax.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the worked cases of the rural credit cooperative policy touch. */
class RccCoverageTest {
    private static final Set<String> fired = new TreeSet<>();
    private static final Set<String> seen = new TreeSet<>();
    private static Packs packs;
    private static DroolsRuleBook book;

    @BeforeAll
    static void runAll() throws IOException {
        packs = Packs.shipped();
        book = packs.get("RCC");
        for (WorkedCase worked : RccCasesTest.cases().toList()) {
            JsonNode answer = worked.answer(id -> new WatchedRuleBook(book, fired));
            answer.path("deadlines")
                    .forEach(d -> seen.add(
                            d.path("id").asText() + " " + d.path("state").asText()));
            answer.path("escalations").forEach(id -> seen.add(id.asText()));
            answer.path("duties").forEach(code -> seen.add(code.asText()));
        }
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    @Test
    void every_rule_fires_in_a_case() {
        List<String> rules = book.rules().stream().map(Rule::name).toList();
        assertThat(fired).containsAll(rules);
    }

    @Test
    void every_deadline_is_met_in_a_case_and_breached_in_another() {
        for (String id : book.policy().deadlines().keySet()) {
            assertThat(seen).contains(id + " MET", id + " BREACHED");
        }
    }

    @Test
    void every_escalation_and_duty_arises_in_a_case() {
        assertThat(seen).containsAll(book.policy().escalations().keySet());
        assertThat(seen).containsAll(book.policy().duties().keySet());
    }
}
