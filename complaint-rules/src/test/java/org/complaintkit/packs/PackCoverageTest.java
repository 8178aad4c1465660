package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.syntax.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the worked cases of each pack touch: nothing is shipped that no case has ever seen at work. */
class PackCoverageTest {
    /** Rows that no rule asks for: their day has passed, they are kept for the record. */
    private static final Set<String> EXPIRED = Set.of("CBR-D09");

    private static final Map<String, Set<String>> seen = new HashMap<>();
    private static Packs packs;

    @BeforeAll
    static void runAll() throws IOException {
        packs = Packs.shipped();
        for (String pack : packs.ids()) {
            Set<String> touched = new TreeSet<>();
            for (WorkedCase worked : PackCasesTest.casesOf(pack)) {
                JsonNode answer = worked.answer(id -> new WatchedRuleBook(packs.get(id), touched));
                for (String list : List.of("deadlines", "previousDeadlines")) {
                    answer.path(list)
                            .forEach(d -> touched.add(d.path("id").asText() + " "
                                    + d.path("state").asText()));
                }
                for (String list : List.of("escalations", "duties", "prohibitions")) {
                    answer.path(list).forEach(code -> touched.add(code.asText()));
                }
            }
            seen.put(pack, touched);
        }
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    static Set<String> packs() {
        return packs.ids();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_rule_fires_in_a_case(String pack) {
        assertThat(seen.get(pack))
                .containsAll(packs.get(pack).rules().stream().map(Rule::name).toList());
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_deadline_is_met_in_a_case_and_missed_in_another(String pack) {
        for (DeadlineRule row : rows(pack).toList()) {
            assertThat(seen.get(pack)).contains(row.code() + " MET");
            assertThat(seen.get(pack)).containsAnyOf(row.code() + " BREACHED", row.code() + " LAPSED");
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void a_deadline_is_cancelled_in_a_case_where_the_policy_can_cancel_one(String pack) {
        List<String> cancellable = rows(pack)
                .filter(row -> !row.cancelledBy().equals(EventExpression.NEVER))
                .map(row -> row.code() + " CANCELLED")
                .toList();
        if (!cancellable.isEmpty()) {
            assertThat(seen.get(pack)).containsAnyElementsOf(cancellable);
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_deadline_that_can_be_extended_is_superseded_in_a_case(String pack) {
        List<String> extended = packs.get(pack).policy().extensions().stream()
                .map(row -> DeadlineRule.code(row.extended()) + " SUPERSEDED")
                .toList();
        assertThat(seen.get(pack)).containsAll(extended);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_escalation_and_duty_arises_in_a_case(String pack) {
        DroolsRuleBook book = packs.get(pack);
        assertThat(seen.get(pack)).containsAll(book.policy().escalations().keySet());
        assertThat(seen.get(pack)).containsAll(book.policy().duties().keySet());
    }

    private static Stream<DeadlineRule> rows(String pack) {
        return packs.get(pack).policy().deadlines().values().stream().filter(row -> !EXPIRED.contains(row.id()));
    }
}
