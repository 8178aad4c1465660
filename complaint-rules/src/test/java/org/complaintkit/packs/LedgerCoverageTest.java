package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.complaintkit.policy.Clause;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.Test;

/** Holds the packs against the list of all clauses of the twenty systems: none is lost, none only claimed. */
class LedgerCoverageTest {
    private static final String METADATA = "metadata";

    /** A clause of the list: what it is, and whether software can carry it out. */
    private record Listed(String id, String system, String executable) {}

    private static List<Listed> listed() throws IOException {
        try (InputStream in = LedgerCoverageTest.class.getResourceAsStream("ledger.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Listed(cells[0], cells[1], cells[4]))
                    .toList();
        }
    }

    private static Map<String, Policy> shipped(List<Listed> listed) {
        Map<String, Policy> policies = new TreeMap<>();
        try (Packs packs = Packs.shipped()) {
            listed.stream()
                    .map(Listed::system)
                    .distinct()
                    .filter(packs.ids()::contains)
                    .forEach(system -> policies.put(system, packs.get(system).policy()));
        }
        return policies;
    }

    @Test
    void every_clause_of_every_system_is_in_its_pack_and_the_executable_ones_name_what_executes_them()
            throws IOException {
        List<Listed> listed = listed();
        Map<String, Policy> policies = shipped(listed);
        List<String> report = new ArrayList<>(List.of("clause,executed_by"));
        List<String> unexecuted = new ArrayList<>();
        policies.forEach((system, policy) -> assertThat(policy.clauses().keySet())
                .as(system)
                .containsExactlyInAnyOrderElementsOf(listed.stream()
                        .filter(each -> each.system().equals(system))
                        .map(Listed::id)
                        .toList()));
        for (Listed each : listed) {
            Policy policy = policies.get(each.system());
            if (policy != null) {
                Clause clause = policy.clauses().get(each.id());
                report.add(each.id() + "," + String.join(";", clause.executedBy()));
                if (each.executable().equals("yes") && clause.executedBy().equals(List.of(METADATA))) {
                    unexecuted.add(each.id());
                }
            }
        }
        Files.write(Path.of("target", "clause-coverage.csv"), report, StandardCharsets.UTF_8);
        assertThat(unexecuted).isEmpty();
    }

    @Test
    void every_system_of_the_list_is_shipped() throws IOException {
        List<Listed> listed = listed();
        assertThat(listed).hasSize(463);
        assertThat(shipped(listed).keySet())
                .isEqualTo(listed.stream().map(Listed::system).collect(Collectors.toSet()));
    }
}
