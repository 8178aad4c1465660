package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EscalationRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the packs against the catalogues of the twenty systems: every limit with its figure, every escalation with its way
 * and time, and every line about who handles, helps or watches, which a worked case must show.
 */
class CataloguesTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{([\\w.]+)}");

    private static Packs packs;

    @BeforeAll
    static void load() {
        packs = Packs.shipped();
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    private static List<NamedCsvRecord> lines(String file) throws IOException {
        try (InputStream in = CataloguesTest.class.getResourceAsStream(file)) {
            return CsvReader.builder().ofNamedCsvRecord(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .toList();
        }
    }

    private static String pack(NamedCsvRecord line) {
        return line.getField("id").split("-", -1)[0];
    }

    private static long ids(List<NamedCsvRecord> lines) {
        return lines.stream()
                .map(line -> DeadlineRule.code(line.getField("id")))
                .distinct()
                .count();
    }

    /** With the defaults of the pack in the places of its parameters. */
    private static String figures(String text, Policy policy) {
        return PARAMETER.matcher(text).replaceAll(found -> policy.parameters().text(found.group(1)));
    }

    @Test
    void every_limit_of_the_catalogue_is_a_row_with_its_figure() throws IOException {
        List<NamedCsvRecord> lines = lines("deadlines.csv");
        assertThat(ids(lines)).isEqualTo(85);
        List<String> others = new ArrayList<>();
        for (NamedCsvRecord line : lines) {
            String id = line.getField("id");
            Policy policy = packs.get(pack(line)).policy();
            List<String> limits = (line.getField("table").equals("report")
                            ? policy.reports().stream()
                                    .filter(row -> row.id().equals(id))
                                    .map(row -> row.limit())
                            : policy.deadlines().values().stream()
                                    .filter(row -> row.id().equals(id))
                                    .map(row -> row.limit().text()))
                    .map(limit -> figures(limit, policy))
                    .toList();
            if (!limits.contains(line.getField("limit"))) {
                others.add(id + ": " + limits + ", not " + line.getField("limit"));
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void every_escalation_of_the_catalogue_is_a_row_with_its_way_and_time() throws IOException {
        List<NamedCsvRecord> lines = lines("escalations.csv");
        assertThat(ids(lines)).isEqualTo(53);
        for (NamedCsvRecord line : lines) {
            Policy policy = packs.get(pack(line)).policy();
            EscalationRule row = policy.escalations().get(line.getField("id"));
            assertThat(List.of(row.from(), String.join(" > ", row.to()), figures(row.within(), policy)))
                    .as(row.id())
                    .containsExactly(line.getField("from"), line.getField("to"), line.getField("within"));
        }
    }

    @Test
    void every_responsibility_of_the_catalogue_is_carried_out_by_a_rule_that_a_worked_case_shows() throws IOException {
        List<NamedCsvRecord> lines = lines("responsibilities.csv");
        assertThat(ids(lines)).isEqualTo(44);
        Map<String, WorkedCase> cases = new TreeMap<>();
        for (String pack :
                new TreeSet<>(lines.stream().map(CataloguesTest::pack).toList())) {
            PackCasesTest.casesOf(pack).forEach(each -> cases.put(each.id(), each));
        }
        Map<String, JsonNode> answers = new HashMap<>();
        List<String> lacking = new ArrayList<>();
        for (NamedCsvRecord line : lines) {
            String id = line.getField("case");
            if (!answers.containsKey(id)) {
                answers.put(id, cases.get(id).answer(packs::get));
            }
            if (!shows(answers.get(id), line)) {
                lacking.add(line.toString());
            }
        }
        assertThat(lacking).isEmpty();
    }

    private static boolean shows(JsonNode answer, NamedCsvRecord line) {
        String question = line.getField("answer");
        String code = line.getField("code");
        if (question.equals("finding")) {
            return answer.get("findings").toString().contains("\"" + code + "\"");
        }
        for (JsonNode reason : answer.get("reasons")) {
            if (reason.get("answer").asText().equals(question)
                    && reason.get("code").asText().equals(code)
                    && reason.get("rule").asText().equals(line.getField("rule"))
                    && reason.get("pack").asText().startsWith(pack(line) + " ")) {
                return true;
            }
        }
        return false;
    }
}
