package org.complaintkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.PackFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checking a pack: everything in one run, and nothing twice in another guise. */
class PackCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<PackFault> errors(TestPack pack) {
        return PackReader.check(pack.files());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"clauses.csv", "vocabulary.csv", "deadlines.csv", "escalations.csv", "duties.csv", "pack.json"})
    void a_table_that_lacks_is_one_fault_and_not_one_for_each_name_of_it(String file) {
        assertThat(errors(TestPack.good().without(file)))
                .extracting(PackFault::code, PackFault::place)
                .containsExactly(tuple("FILE_MISSING", file));
    }

    @Test
    void a_manifest_that_is_no_json_hides_no_fault_of_the_other_files() {
        TestPack pack = TestPack.good()
                .edited("pack.json", "\"CN\",", "\"CN\"")
                .edited("grading.drl", "\"HIGH\"", "\"HIHG\"")
                .edited("deadlines.csv", "{tst.days} working days", "{tst.days} working dais");
        assertThat(errors(pack))
                .extracting(PackFault::file, PackFault::code)
                .containsExactly(tuple("grading.drl", "UNKNOWN_CODE"), tuple("pack.json", "MALFORMED_JSON"));
    }

    @Test
    void a_fault_in_a_condition_hides_neither_the_consequence_nor_the_clause_that_names_the_rule() {
        TestPack pack = TestPack.good()
                .edited("grading.drl", "claimedLoss >= param", "claimedLoss >=> param")
                .edited("classification.drl", "decide.label(\"MAJOR\");", "decide.label(MAJOR);");
        assertThat(errors(pack))
                .extracting(PackFault::place, PackFault::code)
                .containsExactly(
                        tuple("classification.drl:18:18", "CODE_UNQUOTED"), tuple("grading.drl:6:37", "VALUE"));
    }

    @Test
    void a_bad_row_does_not_hide_the_next_one() {
        TestPack pack = TestPack.good()
                .edited("escalations.csv", "> LEGAL,IMMEDIATE", "> LEGAL,IMMEDIATE,now")
                .edited("escalations.csv", "1 working day", "1 working dai");
        assertThat(errors(pack)).extracting(PackFault::code).contains("ROW_LENGTH", "TERM_MALFORMED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "precedence.csv | category,CRIME,1,TST-02,TEXT | category,CRIME,1,TST-02,TEXT\\ncategory,CRIME,3,TST-02,TEXT | RANK_TWICE | 3:10",
                "precedence.csv | complexity,GENERAL,default,TST-02,DEFAULT | complexity,GENERAL,default,TST-02,DEFAULT\\ncomplexity,COMPLEX,default,TST-02,DEFAULT | DEFAULT_TWICE | 6:12",
                "deadlines.csv | 75 %;1 working day | 75 %;{tst.days} working days | WARNING_TOO_EARLY | 2:97",
                "deadlines.csv | 1 working day before limit | 90 days | TARGET_BEHIND_LIMIT | 2:46",
                "deadlines.csv | ,{tst.days} working days | ,30000 working days | LIMIT_FAR | 2:73",
                "pack.json | \"min\": 0 | \"min\": 900000000000 | PARAMETER_BOUNDS | ?",
            })
    void what_cannot_all_be_meant_is_told(String file, String from, String to, String code, String at) {
        String text = TestPack.good().text(file);
        TestPack pack = TestPack.good()
                .with(file, text.replaceFirst(java.util.regex.Pattern.quote(from), to.replace("\\n", "\n")));
        assertThat(pack.text(file)).isNotEqualTo(text);
        assertThat(PackCheck.of(pack.files(), List.of()).faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.place()).startsWith(at.equals("?") ? file + ":" : file + ":" + at);
        });
    }

    @Test
    void one_event_leads_from_one_state_to_one_state() {
        String rows = TestPack.good().text("lifecycle.csv");
        String[] lines = rows.split("\n", -1);
        TestPack pack = TestPack.good().with("lifecycle.csv", rows.strip() + "\n" + lines[1] + "\n");
        assertThat(errors(pack)).extracting(PackFault::code).contains("TRANSITION_TWICE");
    }

    @Test
    void what_works_and_is_probably_not_meant_is_a_warning_and_the_pack_loads() {
        TestPack pack = TestPack.good()
                .edited("grading.drl", "@basis(\"DEFAULT\")", "@basis(\"TEXT\")")
                .edited("responsibility.drl", "@basis(\"DEFAULT\")", "@basis(\"TEXT\")");
        PackCheck check = PackCheck.of(pack.files(), List.of());
        assertThat(check.errors()).isZero();
        assertThat(check.faults())
                .extracting(PackFault::place, PackFault::code)
                .contains(
                        tuple("amounts.csv:5:1", "AMOUNT_UNUSED"),
                        tuple("deadlines.csv:2:73", "DEFAULT_AS_TEXT"),
                        tuple("deadlines.csv:3:1", "DEADLINE_UNUSED"),
                        tuple("duties.csv:3:1", "DUTY_UNUSED"),
                        tuple("escalations.csv:3:1", "ESCALATION_UNUSED"),
                        tuple("grading.drl:11:1", "DEFAULT_AS_TEXT"),
                        tuple("precedence.csv:4:10", "RANK_UNUSED"),
                        tuple("responsibility.drl:10:1", "DEFAULT_AS_TEXT"));
        assertThat(PackReader.read(pack.files()).rules()).isNotEmpty();
    }

    @Test
    void a_state_that_nothing_leads_to_is_warned_of() {
        String row = "CLOSED,COMPLAINT_ACCEPTED,RECEIVED,,no,no,\nREPLIED,CLOSED_EVENT,CLOSED,,no,no,\n";
        TestPack pack = TestPack.good().with("lifecycle.csv", "from,event,to,guard,implied,new_round,clause\n" + row);
        assertThat(PackCheck.of(pack.files(), List.of()).faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("STATE_UNREACHED");
            assertThat(fault.place()).isEqualTo("lifecycle.csv:3:1");
        });
    }

    @ParameterizedTest
    @CsvSource({"5 working days, 0", "16 working days, 1", "50 days, 1", "20 days, 0", "3 months, 1"})
    void a_limit_above_what_an_upper_pack_allows_is_told_with_the_clause_of_both(String limit, int faults) {
        var upper = TestPack.good()
                .edited("deadlines.csv", ",{tst.days} working days", ",15 working days")
                .policy();
        TestPack pack = TestPack.good().edited("deadlines.csv", ",{tst.days} working days", "," + limit);
        assertThat(PackCheck.of(pack.files(), List.of(upper)).faults())
                .filteredOn(fault -> fault.code().equals("LIMIT_ABOVE_CAP"))
                .hasSize(faults)
                .allSatisfy(fault -> {
                    assertThat(fault.place()).isEqualTo("deadlines.csv:2:73");
                    assertThat(fault.reason()).contains("15 working days", "TST-D01", "TST-01");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "15 working days, 60 working days, 60, ''",
        "16 working days, 60 working days, 60, deadlines.csv:2:73",
        "15 working days, 61 working days, 60, deadlines.csv:4:61",
        "15 working days, 60 working days, 61, extensions.csv:2:69"
    })
    void what_an_extension_of_an_upper_pack_gives_is_no_ordinary_limit(
            String ordinary, String extended, int cap, String place) {
        assertThat(PackCheck.of(
                                extensible(ordinary, extended, cap).files(),
                                List.of(extensible("15 working days", "60 working days", 60)
                                        .policy()))
                        .faults())
                .filteredOn(fault -> fault.code().equals("LIMIT_ABOVE_CAP"))
                .extracting(PackFault::place)
                .isEqualTo(place.isEmpty() ? List.of() : List.of(place));
    }

    private static TestPack extensible(String ordinary, String extended, int cap) {
        TestPack pack = TestPack.good().edited("deadlines.csv", ",{tst.days} working days", "," + ordinary);
        String longer = "TST-D03,TST-01,TEXT,COMPLAINT_RECEIVED,REPLIED_TO_CUSTOMER,," + extended + ",,,yes,no,\n";
        return pack.with("deadlines.csv", pack.text("deadlines.csv") + longer)
                .with(
                        "extensions.csv",
                        "extends,into,clause,basis,granted_by,notice,cap,grounds,contents,in_writing,approved_by,moves\n"
                                + "TST-D01,TST-D03,TST-01,TEXT,EXTENSION_GRANTED,EXTENSION_NOTICE_SENT," + cap
                                + " working days,,,,,\n");
    }

    @ParameterizedTest
    @CsvSource({"tst.loss, LAYER_FIXED", "tst.los, TIGHTENS_NOTHING"})
    void what_is_asked_of_an_upper_pack_is_held_against_it(String parameter, String code) {
        TestPack pack = TestPack.good()
                .edited(
                        "pack.json",
                        "\"parameters\": [",
                        "\"tightens\": [{\"parameter\": \"" + parameter
                                + "\", \"value\": 9, \"clause\": \"TST-02\"}],\n  \"parameters\": [");
        assertThat(PackCheck.of(pack.files(), List.of(TestPack.good().policy())).faults())
                .anySatisfy(fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.at().line()).isPositive();
                });
    }

    @Test
    void a_link_that_leads_out_of_the_folder_is_refused_unread(@TempDir Path folder) throws IOException {
        Path pack = TestPack.good().without("duties.csv").writeTo(folder.resolve("pack"));
        Path secret = Files.writeString(folder.resolve("secret"), "password,hunter2\n");
        Files.createSymbolicLink(pack.resolve("duties.csv"), secret);
        assertThat(PackCheck.of(pack).text(Locale.ENGLISH))
                .contains("FILE_OUTSIDE")
                .doesNotContain("hunter2");
    }

    @Test
    void a_folder_in_the_place_of_a_table_is_refused(@TempDir Path folder) throws IOException {
        Path pack = TestPack.good().without("duties.csv").writeTo(folder.resolve("pack"));
        Files.createDirectory(pack.resolve("duties.csv"));
        assertThat(PackCheck.of(pack).faults()).extracting(PackFault::code).contains("FILE_OUTSIDE");
    }

    @Test
    void a_huge_file_is_one_fault(@TempDir Path folder) throws IOException {
        Path pack = TestPack.good()
                .with("vocabulary.csv", new byte[PackFiles.MAX_BYTES + 1])
                .writeTo(folder.resolve("pack"));
        assertThat(PackReader.check(pack)).extracting(PackFault::code).containsExactly("FILE_TOO_LARGE");
    }

    @Test
    void people_read_place_rule_reason_and_way_out_in_their_language() {
        PackCheck check = PackCheck.of(
                TestPack.good().edited("grading.drl", "\"HIGH\"", "\"HIHG\"").files(), List.of());
        assertThat(check.text(Locale.SIMPLIFIED_CHINESE))
                .contains("grading.drl:18:18  错误 UNKNOWN_CODE  位于 \"TST-02 many\"\n    HIHG\n    词表里没有", "是不是想写 HIGH？");
        assertThat(check.text(Locale.TRADITIONAL_CHINESE)).contains("錯誤", "是不是想寫 HIGH？");
        assertThat(check.text(Locale.ENGLISH)).contains("in \"TST-02 many\"", "did you mean HIGH?", "\n1 error, ");
    }

    @Test
    void programs_read_the_same_as_json() throws IOException {
        PackCheck check = PackCheck.of(
                TestPack.good().edited("duties.csv", "REPLY,", "REPLAY,").files(), List.of());
        JsonNode json = JSON.readTree(check.json(Locale.ENGLISH));
        assertThat(json.get("errors").asInt()).isEqualTo((int) check.errors());
        assertThat(json.get("faults")).hasSize(check.faults().size()).anySatisfy(fault -> {
            assertThat(fault.get("file").textValue()).isEqualTo("duties.csv");
            assertThat(fault.get("line").intValue()).isEqualTo(3);
            assertThat(fault.get("column").intValue()).isEqualTo(1);
            assertThat(fault.get("text").textValue()).isEqualTo("REPLAY");
            assertThat(fault.get("within").textValue()).isEqualTo("REPLAY");
            assertThat(fault.get("wayOut").textValue()).contains("REPLY");
        });
    }
}
