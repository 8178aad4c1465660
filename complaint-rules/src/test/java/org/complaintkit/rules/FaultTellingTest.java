package org.complaintkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.rules.analysis.Finding;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An error, a warning and a finding, told to people, to programs and to editors. */
class FaultTellingTest {
    private final SourceText source = SourceText.of(TestPack.good().files());
    private static final PackFault ERROR =
            new PackFault(FaultKind.FILE_OUTSIDE.told(), "x.csv", Position.WHOLE_FILE, "");
    private static final PackFault WARNING =
            new PackFault(FaultKind.AMOUNT_UNUSED.told("refused"), "amounts.csv", new Position(4, 1), "refused");
    private static final List<PackFault> FAULTS = List.of(ERROR, WARNING);
    private static final PackFault FOUND =
            new PackFault(FaultKind.DEADLINE_UNUSED.told("TST-D02"), "deadlines.csv", new Position(3, 9), "TST-D02");
    private static final Finding FINDING = new Finding(
            FOUND,
            List.of("r1", "r2"),
            Map.of("tst.loss", "5", "tst.days", "4"),
            Map.of("tst.loss", "5"),
            "{\"id\":1}");
    private static final Finding PLAIN = new Finding(FOUND, List.of(), Map.of(), Map.of(), "");

    private static final PackVersion VERSION = new PackVersion("TST", "1.0.0", "d1");

    private static FaultList told(List<PackFault> faults, Finding... findings) {
        return new FaultList(VERSION, faults, 0, 0, List.of(findings));
    }

    private JsonNode sarif(String folder, Locale locale) {
        try {
            return new ObjectMapper()
                    .readTree(new FaultSarif(source, folder, locale).of(told(FAULTS, FINDING, PLAIN)))
                    .at("/runs/0");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void people_read_place_kind_and_row_then_what_is_wrong_what_to_do_and_when() {
        assertThat(new FaultText(source, Locale.ENGLISH).of(told(FAULTS, FINDING, PLAIN)))
                .isEqualTo("""
                x.csv  error FILE_OUTSIDE
                    this is no plain file inside the folder of the pack
                    -> put the file itself here instead of a link or a folder

                amounts.csv:4:1  warning AMOUNT_UNUSED  in "refused"
                    refused
                    nothing asks for refused
                    -> write decide.amount("refused") in accounting.drl, or delete the row

                deadlines.csv:3:9  finding DEADLINE_UNUSED  in "TST-D02"
                    TST-D02
                    no rule asks for TST-D02, and no extension leads to it
                    -> write decide.deadline("TST-D02") in a rule, or delete the row
                    once the institution sets tst.loss = 5
                    as long as tst.days = 4
                    such as {"id":1}

                deadlines.csv:3:9  finding DEADLINE_UNUSED  in "TST-D02"
                    TST-D02
                    no rule asks for TST-D02, and no extension leads to it
                    -> write decide.deadline("TST-D02") in a rule, or delete the row

                1 error, 1 warning. 2 findings.
                """);
    }

    @ParameterizedTest
    @CsvSource({"en, No fault.", "zh-CN, 没有错误。", "zh-TW, 沒有錯誤。", "fr, No fault."})
    void a_pack_without_fault_is_told_so(String language, String told) {
        assertThat(new FaultText(source, Locale.forLanguageTag(language)).of(told(List.of())))
                .isEqualTo(told + "\n");
    }

    @Test
    void a_finding_alone_is_no_error() {
        assertThat(new FaultText(source, Locale.ENGLISH).of(told(List.of(), PLAIN)))
                .endsWith("\n\n0 errors, 0 warnings. 1 finding.\n");
        assertThat(new FaultText(source, Locale.ENGLISH).of(told(FAULTS))).endsWith("\n\n1 error, 1 warning.\n");
    }

    @Test
    void programs_read_all_of_it() {
        String warning = "{\"severity\":\"WARNING\",\"code\":\"AMOUNT_UNUSED\",\"file\":\"amounts.csv\",\"line\":4,"
                + "\"column\":1,\"text\":\"refused\",\"within\":\"refused\",\"reason\":\"nothing asks for refused\","
                + "\"wayOut\":\"write decide.amount(\\\"refused\\\") in accounting.drl, or delete the row\"}";
        String version = "\"pack\":\"tst\",\"id\":\"TST\",\"version\":\"1.0.0\",\"digest\":\"d1\",";
        FaultJson json = new FaultJson(source, Locale.ENGLISH);
        assertThat(json.of("tst", told(List.of(WARNING))))
                .isEqualTo("{" + version + "\"errors\":0,\"warnings\":1,\"unlisted\":{\"errors\":0,\"warnings\":0},"
                        + "\"faults\":[" + warning + "],\"findings\":[]}");
        String found =
                "\"line\":3,\"column\":9,\"text\":\"TST-D02\",\"within\":\"TST-D02\",\"reason\":\"no rule asks for"
                        + " TST-D02, and no extension leads to it\",\"wayOut\":\"write decide.deadline(\\\"TST-D02\\\") in a rule,"
                        + " or delete the row\",\"rules\":";
        assertThat(json.of("tst", told(FAULTS, FINDING, PLAIN)))
                .startsWith("{" + version + "\"errors\":1,\"warnings\":1,")
                .contains("\"faults\":[{\"severity\":\"ERROR\"")
                .contains(warning + "],\"findings\":[")
                .contains(
                        found + "[\"r1\",\"r2\"],\"assumes\":{\"tst.days\":\"4\",\"tst.loss\":\"5\"},\"once\":"
                                + "{\"tst.loss\":\"5\"},\"witness\":{\"id\":1}}",
                        found + "[],\"assumes\":{}}]}");
    }

    @Test
    void editors_read_all_of_it() {
        JsonNode run = sarif("packs/tst", Locale.ENGLISH);
        assertThat(run.get("language").asText()).isEqualTo("en-US");
        assertThat(run.at("/tool/driver/rules").findValuesAsText("id"))
                .containsExactly("AMOUNT_UNUSED", "DEADLINE_UNUSED", "FILE_OUTSIDE");
        JsonNode results = run.get("results");
        assertThat(results).hasSize(4);
        assertThat(results.findValuesAsText("level")).containsExactly("error", "warning", "warning", "warning");
        assertThat(results.findValuesAsText("ruleIndex")).containsExactly("2", "0", "1", "1");
        assertThat(results.at("/0/message/text").asText())
                .isEqualTo("this is no plain file inside the folder of the pack (put the file itself here instead of a"
                        + " link or a folder)");
        assertThat(results.at("/1/message/text").asText()).startsWith("refused: nothing asks for refused (write ");
        assertThat(results.at("/0/locations/0").toString())
                .isEqualTo("{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"packs/tst/x.csv\"}}}");
        assertThat(results.at("/1/locations/0").toString())
                .isEqualTo(
                        "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"packs/tst/amounts.csv\"},\"region\":"
                                + "{\"startLine\":4,\"startColumn\":1,\"endColumn\":8}},\"logicalLocations\":[{\"name\":\"refused\"}]}");
        assertThat(results.at("/2/locations/0/physicalLocation/region").toString())
                .as("where the text does not stand at the place, its end is not told")
                .isEqualTo("{\"startLine\":3,\"startColumn\":9}");
        assertThat(results.at("/1").has("properties")).isFalse();
        assertThat(results.at("/2/properties").toString())
                .isEqualTo("{\"rules\":[\"r1\",\"r2\"],\"assumes\":{\"tst.days\":\"4\",\"tst.loss\":\"5\"},\"once\":"
                        + "{\"tst.loss\":\"5\"},\"witness\":\"{\\\"id\\\":1}\"}");
        assertThat(results.at("/3/properties").toString()).isEqualTo("{\"rules\":[],\"assumes\":{},\"witness\":\"\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', zh-CN, x.csv, zh-CN",
        "., zh-TW, x.csv, zh-TW",
        "a b, en, a%20b/x.csv, en-US",
        "/a b, en, file:///a%20b/x.csv, en-US",
        "../a, de, ../a/x.csv, en-US",
    })
    void an_address_begins_with_the_folder(String folder, String tag, String uri, String language) {
        JsonNode run = sarif(folder, Locale.forLanguageTag(tag));
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo(uri);
        assertThat(run.get("language").asText()).isEqualTo(language);
    }

    @Test
    void a_line_is_found_by_its_number_and_a_row_by_its_first_cell() {
        SourceText text = SourceText.of(TestPack.good()
                .with("duties.csv", "\uFEFFcode,clause\r\n REGISTER ,x\r\n" + "y".repeat(90) + "\tz,x\r\nA\tB,x\r\n")
                .files());
        assertThat(text.line("duties.csv", 0)).isEmpty();
        assertThat(text.line("duties.csv", 1)).isEqualTo("code,clause");
        assertThat(text.line("duties.csv", 5)).isEmpty();
        assertThat(text.line("duties.csv", 6)).isEmpty();
        assertThat(text.line("nothing.csv", 1)).isEmpty();
        assertThat(text.within("duties.csv", new Position(1, 1))).isEmpty();
        assertThat(text.within("duties.csv", new Position(2, 1))).isEqualTo("REGISTER");
        assertThat(text.within("duties.csv", new Position(3, 1))).isEqualTo("y".repeat(80));
        assertThat(text.within("duties.csv", new Position(4, 1))).isEqualTo("A B");
        assertThat(text.within("pack.json", new Position(4, 1))).isEmpty();
        assertThat(text.row("duties.csv", "REGISTER")).isEqualTo(new Position(2, 1, 10));
        assertThat(text.row("duties.csv", "code")).isEqualTo(Position.WHOLE_FILE);
        assertThat(text.row("nothing.csv", "code")).isEqualTo(Position.WHOLE_FILE);
    }

    @Test
    void a_row_is_known_by_its_id_however_a_spreadsheet_writes_the_table() {
        SourceText text = SourceText.of(TestPack.good()
                .with("escalations.csv", "clause,\"id\",to\r\"a, b\",\"E-1\",\"x\ry\"\rc,\"E \"\"2\"\"\",z\r")
                .files());
        assertThat(text.row("escalations.csv", "E-1")).isEqualTo(new Position(2, 8, 5));
        assertThat(text.row("escalations.csv", "E \"2\"")).isEqualTo(new Position(4, 3, 9));
        assertThat(text.within("escalations.csv", new Position(2, 1))).isEqualTo("E-1");
        assertThat(text.within("escalations.csv", new Position(3, 1))).isEqualTo("E-1");
        assertThat(text.within("escalations.csv", new Position(4, 12))).isEqualTo("E \"2\"");
        assertThat(text.line("escalations.csv", 4)).isEqualTo("c,\"E \"\"2\"\"\",z");
    }

    @Test
    void what_is_not_listed_is_told_to_everybody() {
        FaultList cut = new FaultList(VERSION, FAULTS, 3, 1, List.of());
        assertThat(new FaultText(source, Locale.ENGLISH).of(cut))
                .contains("3 errors and 1 warning more are not listed: mend those above and check again.")
                .endsWith("4 errors, 2 warnings.\n");
        assertThat(new FaultText(source, Locale.CHINA).of(cut)).contains("另有 3 个错误、1 个警告没有列出");
        assertThat(new FaultText(source, Locale.TAIWAN).of(cut)).contains("另有 3 個錯誤、1 個警告沒有列出");
        assertThat(new FaultJson(source, Locale.ENGLISH).of("tst", cut))
                .contains("\"errors\":4,\"warnings\":2,\"unlisted\":{\"errors\":3,\"warnings\":1}");
        assertThat(new FaultSarif(source, "tst", Locale.ENGLISH).of(cut))
                .contains("\"level\":\"error\",\"message\":{\"text\":\"3 errors and 1 warnings are not listed\"}");
    }

    @Test
    void a_code_means_the_same_whatever_its_first_fault_says() {
        assertThat(sarif("tst", Locale.ENGLISH).at("/tool/driver/rules/0").toString())
                .isEqualTo("{\"id\":\"AMOUNT_UNUSED\",\"shortDescription\":{\"text\":\"nothing asks for …\"}}");
        assertThat(FaultKind.meaning("TERM_MALFORMED", Locale.ENGLISH)).isEqualTo("term malformed");
        assertThat(FaultKind.meaning("OF_ANOTHER_MODULE", Locale.CHINA)).isEqualTo("of another module");
        assertThat(sarif("tst", Locale.ENGLISH).get("properties").toString())
                .isEqualTo("{\"id\":\"TST\",\"version\":\"1.0.0\",\"digest\":\"d1\"}");
    }

    @Test
    void a_place_in_a_file_of_rules_lies_in_the_rule_above_it() {
        assertThat(source.within("grading.drl", Position.WHOLE_FILE)).isEmpty();
        assertThat(source.within("grading.drl", new Position(1, 1))).isEmpty();
        assertThat(source.within("grading.drl", new Position(2, 1))).isEqualTo("TST-02 loss");
        assertThat(source.within("grading.drl", new Position(10, 1))).isEqualTo("TST-02 loss");
        assertThat(source.within("grading.drl", new Position(99, 1))).isEqualTo("TST-02 many");
    }
}
