package org.complaintkit.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.analysis.TreeRuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases as lines and as rows, where they lie, and what they come to. */
class PackCaseTest {
    private static final CheckedPack PACK = PackReader.read(TestPack.good().files());
    private static final TreeRuleBook BOOK = TreeRuleBook.of(PACK.policy(), PACK.rules());
    private static final String LINE =
            "{\"id\":\"T1\",\"title\":\"A case\",\"packs\":[\"TST\"],\"params\":{\"tst.days\":4},\"complaint\":"
                    + "{\"receivedAt\":\"2025-03-03T10:00:00+08:00\",\"channel\":\"LETTER\",\"claimedLoss\":60000,"
                    + "\"intakeCategories\":[\"CRIME\",\"PRODUCT\"],\"complainant\":{\"vip\":true}},\"events\":["
                    + "{\"at\":\"2025-03-04T10:00:00+08:00\",\"type\":\"COMPLAINT_REGISTERED\",\"by\":\"LEGAL\"},"
                    + "{\"at\":\"2025-03-05T10:00:00+08:00\",\"type\":\"FORM_RETURNED\",\"data\":{\"HANDLER\":\"x\"}},"
                    + "{\"at\":\"2025-03-09T10:00:00+08:00\",\"type\":\"REPLIED_TO_CUSTOMER\"}],"
                    + "\"asOf\":\"2025-03-06T10:00:00+08:00\",\"expect\":{\"category\":\"CRIME\",\"owner\":\"LEGAL\"}}";
    private static final String HEADINGS =
            "id,title,packs[],params.tst.days,complaint.receivedAt,complaint.channel,complaint.claimedLoss,"
                    + "complaint.intakeCategories[],complaint.complainant.vip,events,asOf,expect.category,expect.owner";
    private static final String ROW = "T1,A case,TST,4,2025-03-03T10:00:00+08:00,LETTER,60000,CRIME; PRODUCT;,true,"
            + "2025-03-04T10:00:00+08:00 COMPLAINT_REGISTERED by LEGAL; 2025-03-05T10:00:00+08:00 FORM_RETURNED HANDLER=x;"
            + "2025-03-09T10:00:00+08:00 REPLIED_TO_CUSTOMER,2025-03-06T10:00:00+08:00,CRIME,LEGAL";

    @TempDir
    private Path folder;

    private static PackCase one(String line) {
        return PackCase.read("c.jsonl", line).get(0);
    }

    private static PackCase row(String headings, String cells) {
        return PackCase.read("c.csv", headings + "\n" + cells + "\n").get(0);
    }

    private static String answer(PackCase value) {
        return value.answer(id -> BOOK);
    }

    private static JsonNode json(PackCase value) {
        try {
            return new ObjectMapper().readTree(answer(value));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(ThrowingCallable call, String code, String at) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.at()).isEqualTo(at);
        });
    }

    @Test
    void a_row_says_the_same_as_a_line() {
        PackCase line = one(LINE);
        PackCase row = row(HEADINGS, ROW);
        assertThat(answer(row)).isEqualTo(answer(line));
        assertThat(row.id()).isEqualTo("T1");
        assertThat(row.title()).isEqualTo("A case");
        assertThat(row).hasToString("T1 A case");
        assertThat(row.expectations()).isEqualTo(2).isEqualTo(line.expectations());
        assertThat(row.differences(id -> BOOK)).isEmpty();
        assertThat(row.place()).isEqualTo("c.csv:2:1");
        assertThat(line.place()).isEqualTo("c.jsonl:1");
    }

    @Test
    void what_the_line_says_is_what_the_desk_hears() {
        JsonNode answer = json(one(LINE));
        assertThat(answer.get("category").asText()).isEqualTo("CRIME");
        assertThat(answer.get("owner").asText()).isEqualTo("LEGAL");
        assertThat(answer.get("state").asText()).isEqualTo("REGISTERED");
        assertThat(answer.at("/deadlines/0/limit").asText()).isEqualTo("2025-03-07");
        List<Case> seen = new ArrayList<>();
        one(LINE).answer(id -> BOOK, seen::add);
        assertThat(seen)
                .singleElement()
                .satisfies(each -> assertThat(each.events())
                        .as("what happened after the moment at which one looks is left out")
                        .noneMatch(event -> event.type().equals("REPLIED_TO_CUSTOMER")));
    }

    @Test
    void what_differs_is_told_and_a_case_that_expects_nothing_is_none() {
        assertThat(one(LINE.replace("\"owner\":\"LEGAL\"", "\"owner\":\"LEADER\""))
                        .differences(id -> BOOK))
                .extracting(Difference::toString)
                .containsExactly("owner: wanted \"LEADER\", found \"LEGAL\"");
        refused(() -> one("{\"id\":\"T1\"}").differences("{}"), "MISSING_FIELD", "c.jsonl:1");
        refused(
                () -> one(LINE.replace("tst.days", "tst.dais")).answer(id -> BOOK),
                "UNKNOWN_PARAMETER",
                "c.jsonl:1 /params/tst.dais");
    }

    @Test
    void a_line_about_reports_tells_when_they_are_due_and_on_a_day_how_they_stand() {
        String line = "{\"id\":\"R1\",\"kind\":\"REPORT\",\"packs\":[\"TST\"],\"periods\":[\"2025-03\",\"2025-04\"]}";
        List<Case> seen = new ArrayList<>();
        String due = one(line).answer(id -> BOOK, seen::add);
        assertThat(due).contains("\"2025-03\"", "2025-04-10", "\"2025-04\"", "2025-05-10");
        assertThat(seen).isEmpty();
        String filed = line.substring(0, line.length() - 1)
                + ",\"asOf\":\"2025-05-20T10:00:00+08:00\",\"events\":["
                + "{\"at\":\"2025-04-08T10:00:00+08:00\",\"type\":\"REPORT_FILED\",\"data\":"
                + "{\"report\":\"TST-D03\",\"period\":\"2025-03\"}}]}";
        String stands = one(filed).answer(id -> BOOK);
        assertThat(stands).isNotEqualTo(due).contains("TST-D03", "2025-03", "2025-04");
        String unfiled = filed.replaceFirst("\"events\":.*", "\"events\":[]}");
        assertThat(one(unfiled).answer(id -> BOOK)).isNotEqualTo(stands);
    }

    @Test
    void blank_lines_count_and_are_no_cases() {
        assertThat(PackCase.read("c.jsonl", "\n{\"id\":\"A\"}\n \n{\"id\":\"B\"}\n"))
                .extracting(PackCase::place)
                .containsExactly("c.jsonl:2", "c.jsonl:4");
        refused(() -> answer(PackCase.read("c.jsonl", LINE + "\n{").get(1)), "MALFORMED_JSON", "c.jsonl:2");
        refused(() -> answer(PackCase.read("c.jsonl", LINE + "\n[]").get(1)), "MALFORMED_JSON", "c.jsonl:2");
        assertThat(PackCase.read("c.csv", "")).isEmpty();
        assertThat(PackCase.read("c.csv", "id,title\n")).isEmpty();
    }

    @Test
    void the_files_of_a_pack_are_read_in_the_order_of_their_names() throws IOException {
        assertThat(PackCase.in(folder)).as("no folder of cases").isEmpty();
        Path cases = Files.createDirectory(folder.resolve("cases"));
        Files.writeString(cases.resolve("b.JSONL"), "\uFEFF{\"id\":\"B\"}");
        Files.writeString(cases.resolve("a.csv"), "id\nA\n");
        Files.writeString(cases.resolve("README.md"), "# no case");
        Files.writeString(cases.resolve(".hidden.csv"), "id\nH\n");
        assertThat(PackCase.in(folder)).extracting(PackCase::id).containsExactly("A", "B");
    }

    @Test
    void a_file_of_cases_is_a_plain_file_of_the_pack_in_utf_8() throws IOException {
        Path pack = Files.createDirectory(folder.resolve("pack"));
        Path cases = Files.createDirectory(pack.resolve("cases"));
        Path outside = Files.writeString(folder.resolve("outside.csv"), "id\nA\n");
        Path link = Files.createSymbolicLink(cases.resolve("link.csv"), outside);
        refused(() -> answer(PackCase.in(pack).get(0)), "CASES_UNREADABLE", "link.csv");
        Files.delete(link);
        Path sub = Files.createDirectory(cases.resolve("folder.csv"));
        refused(() -> answer(PackCase.in(pack).get(0)), "CASES_UNREADABLE", "folder.csv");
        Files.delete(sub);
        Path latin = Files.write(cases.resolve("l.csv"), "id\nk\u00e4se\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> answer(PackCase.in(pack).get(0))).hasMessageContaining("UTF-8");
        Files.delete(latin);
        Files.createSymbolicLink(cases.resolve("gone.csv"), folder.resolve("nowhere"));
        refused(() -> answer(PackCase.in(pack).get(0)), "CASES_UNREADABLE", "gone.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaint,complaint.channel|x,LETTER",
                "expect.deadlines,expect.deadlines.D.limit|x,2025-03-04",
                "expect.deadlines.limit|2025-03-04",
                "expect|{",
                "events|REPLIED",
                "events|2025-03-04T10:00:00+08:00 replied",
                "id|A,B",
            })
    void a_row_that_contradicts_itself_is_no_case(String table) {
        String[] parts = table.split("\\|", -1);
        assertThatThrownBy(() -> answer(row(parts[0], parts[1])))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.at()).startsWith("c.csv:2"));
    }

    @Test
    void cells_are_what_they_look_like() {
        String headings = "expect.number,expect.text,expect.flag,expect.none,expect.list,expect.words[],expect.object,"
                + "expect.deadlines.D1.limit,expect.deadlines.D1.state,expect.previousDeadlines.D.limit,expect.empty";
        PackCase value =
                row(headings, "-1.5,'17,true,null,\"[1,2]\",a; 2 ;'3,\"{\"\"a\"\":1}\",2025-03-04,MET,2025-03-05,");
        String answer = "{\"number\":-1.5,\"text\":\"17\",\"flag\":true,\"none\":null,\"list\":[1,2],"
                + "\"words\":[\"a\",2,\"3\"],\"object\":{\"a\":1},\"deadlines\":[{\"id\":\"D1\",\"limit\":\"2025-03-04\","
                + "\"state\":\"MET\"}],\"previousDeadlines\":[{\"id\":\"D\",\"limit\":\"2025-03-05\"}]}";
        assertThat(value.expectations()).isEqualTo(9);
        assertThat(value.differences(answer)).isEmpty();
        assertThat(value.differences(answer.replace("-1.5", "\"-1.5\"").replace("\"17\"", "17")))
                .extracting(Difference::key)
                .containsExactly("number", "text");
        assertThat(value.differences(answer.replace("\"MET\"", "\"OPEN\"").replace("-05\"", "-06\"")))
                .extracting(Difference::key)
                .containsExactly("D1.state", "D.limit");
        assertThat(value.differences("{\"words\":[\"3\",\"a\"]}"))
                .extracting(Difference::key)
                .contains("number", "words", "D1", "D");
    }

    @Test
    void events_may_stand_in_a_cell_as_json_and_say_numbers() {
        String headings = HEADINGS.replace(",expect.category,expect.owner", "");
        String row = ROW.replace(",CRIME,LEGAL", "").replace("HANDLER=x", "HANDLER=x RESULT=12");
        String line = LINE.replace("\"HANDLER\":\"x\"", "\"HANDLER\":\"x\",\"RESULT\":12");
        assertThat(answer(row(headings, row))).isEqualTo(answer(one(line)));
        String events = row.substring(row.indexOf("2025-03-04T"), row.indexOf(",2025-03-06T"));
        String json = "[{\"at\":\"2025-03-04T10:00:00+08:00\",\"type\":\"COMPLAINT_REGISTERED\",\"by\":\"LEGAL\"}]";
        PackCase quoted = row(headings, row.replace(events, "\"" + json.replace("\"", "\"\"") + "\""));
        assertThat(json(quoted).get("state").asText()).isEqualTo("REGISTERED");
    }
}
