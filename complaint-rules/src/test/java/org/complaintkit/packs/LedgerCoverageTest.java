package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What kinds of things execute clauses, in the columns of the table: by the word before the colon. */
    private static final Map<String, List<String>> COLUMNS = columns();

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put("rule", List.of("rule"));
        columns.put("deadline", List.of("deadline", "extension"));
        columns.put("duty", List.of("duty", "escalation"));
        columns.put("check", List.of("finding", "prohibition"));
        columns.put("report", List.of("report", "indicator", "measure"));
        columns.put("fact", List.of("form", "amount", "number", "parameter", "role", "channel", "calendar", "library"));
        columns.put(METADATA, List.of(METADATA));
        return columns;
    }

    private static String kind(String artefact) {
        int colon = artefact.indexOf(':');
        return colon < 0 ? artefact : artefact.substring(0, colon);
    }

    /** A line of the table: the clause, whether software can carry it out, and what does, column by column. */
    private static String line(Listed listed, Clause clause) {
        return Stream.concat(
                        Stream.of(listed.id(), listed.executable()),
                        COLUMNS.values().stream()
                                .map(kinds -> clause.executedBy().stream()
                                        .filter(artefact -> kinds.contains(kind(artefact)))
                                        .collect(Collectors.joining("; "))))
                .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                .collect(Collectors.joining(","));
    }

    @Test
    void every_clause_of_every_system_is_in_its_pack_and_the_executable_ones_name_what_executes_them()
            throws IOException {
        List<Listed> listed = listed();
        Map<String, Policy> policies = shipped(listed);
        policies.forEach((system, policy) -> assertThat(policy.clauses().keySet())
                .as(system)
                .containsExactlyInAnyOrderElementsOf(listed.stream()
                        .filter(each -> each.system().equals(system))
                        .map(Listed::id)
                        .toList()));
        List<String> table = new ArrayList<>(List.of("clause,executable," + String.join(",", COLUMNS.keySet())));
        List<String> unexecuted = new ArrayList<>();
        for (Listed each : listed) {
            Clause clause = Optional.ofNullable(policies.get(each.system()))
                    .map(policy -> policy.clauses().get(each.id()))
                    .orElseThrow();
            table.add(line(each, clause));
            List<String> wanted = switch (each.executable()) {
                case "yes" ->
                    COLUMNS.entrySet().stream()
                            .filter(column -> !column.getKey().equals(METADATA))
                            .flatMap(column -> column.getValue().stream())
                            .toList();
                case "report" -> COLUMNS.getOrDefault("report", List.of());
                default -> COLUMNS.values().stream().flatMap(List::stream).toList();
            };
            if (clause.executedBy().stream().map(LedgerCoverageTest::kind).noneMatch(wanted::contains)) {
                unexecuted.add(each.id());
            }
        }
        Files.write(Path.of("target", "clause-coverage.csv"), table, StandardCharsets.UTF_8);
        table.forEach(System.out::println);
        assertThat(unexecuted).isEmpty();
    }

    @Test
    void every_channel_that_carries_a_clause_out_takes_a_complaint_in() throws IOException {
        List<String> unused = new ArrayList<>();
        for (Map.Entry<String, Policy> pack : shipped(listed()).entrySet()) {
            Set<String> taken = PackCasesTest.casesOf(pack.getKey()).stream()
                    .map(each -> each.line().at("/complaint/channel").asText())
                    .collect(Collectors.toSet());
            pack.getValue()
                    .clauses()
                    .values()
                    .forEach(clause -> clause.executedBy().stream()
                            .filter(artefact -> kind(artefact).equals("channel"))
                            .map(artefact -> artefact.substring("channel:".length()))
                            .filter(channel -> !taken.contains(channel))
                            .forEach(channel -> unused.add(clause.id() + " " + channel)));
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void every_system_of_the_list_is_shipped() throws IOException {
        List<Listed> listed = listed();
        assertThat(listed).hasSize(463);
        assertThat(shipped(listed).keySet())
                .isEqualTo(listed.stream().map(Listed::system).collect(Collectors.toSet()));
    }
}
