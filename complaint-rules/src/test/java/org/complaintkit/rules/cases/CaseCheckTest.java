package org.complaintkit.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackCheck;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.analysis.TreeRuleBook;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a worked case is told at its place, and keeps no pack from being loaded. */
class CaseCheckTest {
    private static final String LINE =
            "{\"id\":\"T1\",\"kind\":\"CASE\",\"packs\":[\"TST\"],\"params\":{\"tst.days\":4},"
                    + "\"complaint\":{\"receivedAt\":\"2025-03-03T10:00:00+08:00\",\"channel\":\"LETTER\",\"claimedLoss\":60000,"
                    + "\"intakeCategories\":[\"CRIME\",\"PRODUCT\"],\"facts\":[\"GROUP\"],\"complainant\":{\"type\":\"INDIVIDUAL\"}},"
                    + "\"events\":[{\"at\":\"2025-03-04T10:00:00+08:00\",\"type\":\"COMPLAINT_REGISTERED\",\"by\":\"LEGAL\","
                    + "\"data\":{\"outcome\":\"OURS\",\"date\":\"2025-03-09\"}}],\"asOf\":\"2025-03-06T10:00:00+08:00\","
                    + "\"expect\":{\"category\":\"CRIME\",\"findingsExclude\":[\"LATE\"],\"absentDeadlines\":[\"TST-D02\"],"
                    + "\"deadlines\":[{\"id\":\"TST-D01\",\"limit\":\"2025-03-07\",\"state\":\"OPEN\"}]}}";

    @TempDir
    private Path folder;

    private PackCheck check(String name, String text) throws IOException {
        return check(TestPack.good(), name, text);
    }

    private PackCheck check(TestPack pack, String name, String text) throws IOException {
        pack.writeTo(folder);
        Files.writeString(Files.createDirectories(folder.resolve("cases")).resolve(name), text);
        return PackCheck.of(folder);
    }

    private static List<PackFault> ofCases(PackCheck check) {
        return check.faults().stream()
                .filter(fault -> fault.file().startsWith("cases/"))
                .toList();
    }

    @Test
    void a_pack_that_is_not_at_hand_is_looked_for_once() throws IOException {
        check("c.jsonl", (LINE.replace("[\"TST\"]", "[\"TST\",\"FAR\"]") + "\n").repeat(3));
        List<String> asked = new ArrayList<>();
        PackCheck.of(folder, List.of(), id -> {
            asked.add(id);
            return Optional.empty();
        });
        assertThat(asked).containsExactly("FAR");
    }

    @Test
    void a_good_case_has_no_fault() throws IOException {
        assertThat(ofCases(check("c.jsonl", LINE + "\n\n"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"LETTER\"         | \"LETER\"          | UNKNOWN_CODE     | LETTER",
                "\"LETTER\"         | \"信件投诉\"            | UNKNOWN_CODE     | LETTER",
                "\"CRIME\",\"PROD   | \"CRIMES\",\"PROD  | UNKNOWN_CODE     | CRIME",
                "\"GROUP\"          | \"GRUOP\"          | UNKNOWN_CODE     | GROUP",
                "\"INDIVIDUAL\"     | \"INDIVIDAUL\"     | UNKNOWN_CODE     | INDIVIDUAL",
                "\"COMPLAINT_REGIS  | \"COMPLAIN_REGIS   | UNKNOWN_EVENT    | COMPLAINT_REGISTERED",
                "\"LEGAL\"          | \"LEAGL\"          | UNKNOWN_CODE     | LEGAL",
                "\"OURS\"           | \"OUR\"            | UNKNOWN_CODE     | OURS",
                "\"2025-03-09\"     | \"2025-02-30\"     | MALFORMED_VALUE  | 2025-09-30",
                "\"category\"       | \"catagory\"       | UNKNOWN_FIELD    | category",
                "\"findingsExclude  | \"findingExclude   | UNKNOWN_FIELD    | findingsExclude",
                "\"LATE\"           | \"LAT\"            | UNKNOWN_CODE     | LATE",
                "\"TST-D02\"        | \"TST-D0Z\"        | UNKNOWN_DEADLINE | TST-D0",
                "\"id\":\"TST-D01\" | \"id\":\"TST-D07\" | UNKNOWN_DEADLINE | deadline",
                "\"2025-03-07\"     | \"2025-03-7\"      | MALFORMED_VALUE  | 2025-09-30",
                "\"OPEN\"           | \"OPENED\"         | MALFORMED_VALUE  | OPEN",
                "\"limit\"          | \"limits\"         | UNKNOWN_FIELD    | limit",
                "\"channel\"        | \"chanel\"         | UNKNOWN_FIELD    | channel",
                "\"by\"             | \"bye\"            | UNKNOWN_FIELD    | by",
                "\"asOf\"           | \"asoff\"          | UNKNOWN_FIELD    | asOf",
                "\"2025-03-06T10:00 | \"2025-03-06T25:00 | MALFORMED_VALUE  | 2025-09-30",
                "\"2025-03-04T10:00 | \"2025-3-4T10:00   | MALFORMED_VALUE  | 2025-09-30",
                "60000              | \"60,000\"         | WRONG_TYPE       | 12",
                "\"tst.days\"       | \"tst.day\"        | UNKNOWN_PARAMETER | tst.days",
                "\"CASE\"           | \"CASES\"          | MALFORMED_VALUE  | CASE",
                "\"packs\":[\"TST\" | \"packs\":[\"TTS\" | UNKNOWN_PACK     | TST",
            })
    void a_slip_is_told_at_its_place_with_what_was_meant(String from, String to, String code, String meant)
            throws IOException {
        String text = LINE.replaceFirst(java.util.regex.Pattern.quote(from), to);
        int column = common(LINE, text);
        PackCheck check = check("c.jsonl", "\n" + text);
        assertThat(check.errors()).isZero();
        assertThat(ofCases(check)).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.severity()).isEqualTo(Severity.WARNING);
            assertThat(fault.file()).isEqualTo("cases/c.jsonl");
            assertThat(fault.at().line()).isEqualTo(2);
            assertThat(fault.at().column()).isLessThanOrEqualTo(column + 1);
            assertThat(fault.at().column() + fault.at().length()).isGreaterThan(column);
            assertThat(fault.suggestion() + fault.reason()).contains(meant);
        });
    }

    /** How long both begin alike. */
    private static int common(String one, String other) {
        int i = 0;
        while (one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"id\": \"T1\",}      | MALFORMED_JSON | 1:13",
                "{\"id\": \"T1\"，\"a\":1} | FULL_WIDTH     | 1:12",
                "[]                     | MALFORMED_JSON | 1:1",
                "{\"kind\":\"CASE\"}    | MISSING_FIELD  | 1:1",
            })
    void what_is_no_case_is_told_where_it_breaks_off(String text, String code, String at) throws IOException {
        assertThat(ofCases(check("c.jsonl", text))).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.at()).hasToString(at);
            assertThat(fault.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void one_id_names_one_case_in_all_files() throws IOException {
        check("a.jsonl", LINE);
        assertThat(ofCases(check("b.jsonl", "\n" + LINE)))
                .extracting(PackFault::place, PackFault::code, PackFault::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "cases/b.jsonl:2:7", "DUPLICATE_ID", "T1 already stands in cases/a.jsonl:1"));
    }

    @Test
    void a_cell_of_a_spreadsheet_is_told_by_its_part_and_a_heading_in_the_first_line() throws IOException {
        String table = "id,packs[],complaint.receivedAt,complaint.chanel,complaint.channel,events,asOf,"
                + "expect.findingsExclude[],expect.deadlines.TST-D09.limit\n"
                + "S1,TST,2025-03-03T10:00:00+08:00,,LETTER,2025-03-04T10:00:00+08:00 CONTACTED by LEGAL; "
                + "2025-03-04T11:00:00+08:00 REPLIED_TO_CUSTOMERS by LEAGL outcome=OUR,2025-03-06T10:00:00+08:00,"
                + "LATE; LATEE,2025-03-07\n"
                + "S2,TST,2025-03-03T10:00:00+08:00,x,LETTER,soon,,,\n";
        String row = table.lines().skip(1).findFirst().orElseThrow();
        String heading = table.lines().findFirst().orElseThrow();
        List<PackFault> faults = ofCases(check("s.csv", table));
        assertThat(faults)
                .extracting(PackFault::place)
                .contains(
                        "cases/s.csv:1:" + (heading.indexOf("TST-D09") + 1),
                        "cases/s.csv:2:" + (row.indexOf("REPLIED_TO") + 1),
                        "cases/s.csv:2:" + (row.indexOf("LEAGL") + 1),
                        "cases/s.csv:2:" + (row.indexOf("OUR,") + 1),
                        "cases/s.csv:2:" + (row.indexOf("LATEE") + 1),
                        "cases/s.csv:3:43");
        assertThat(faults)
                .filteredOn(fault -> fault.at().line() == 3)
                .extracting(PackFault::code)
                .containsExactly("MALFORMED_ROW");
        String told = "S3,TST,2025-03-03T10:00:00+08:00,x,LETTER,,,,2025-03-07\n";
        assertThat(ofCases(check("s.csv", heading + "\n" + told)))
                .extracting(PackFault::place, PackFault::text)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "cases/s.csv:1:" + (heading.indexOf("chanel") + 1), "chanel"));
    }

    @Test
    void people_and_editors_are_told_as_of_any_other_fault() throws IOException {
        PackCheck check = check("c.jsonl", LINE.replace("\"LATE\"", "\"LATTE\""));
        int column = LINE.indexOf("\"LATE\"") + 1;
        assertThat(check.text(Locale.ENGLISH))
                .contains("cases/c.jsonl:1:" + column + "  warning UNKNOWN_CODE  in \"T1\"\n    LATTE\n")
                .contains("did you mean LATE?");
        assertThat(check.text(Locale.SIMPLIFIED_CHINESE)).contains("词表里没有", "是不是想写 LATE？");
        assertThat(check.text(Locale.TRADITIONAL_CHINESE)).contains("詞表裡沒有", "是不是想寫 LATE？");
        assertThat(check.json(Locale.ENGLISH)).contains("\"file\":\"cases/c.jsonl\",\"line\":1,\"column\":" + column);
        assertThat(check.sarif(Locale.ENGLISH))
                .contains("/cases/c.jsonl", "\"startColumn\":" + column + ",\"endColumn\":" + (column + 7));
    }

    @Test
    void what_a_customer_may_have_written_is_not_told() throws IOException {
        PackCheck check = check("c.jsonl", LINE.replace("[\"GROUP\"]", "[\"Zhang San\"]"));
        assertThat(ofCases(check)).extracting(PackFault::text).containsExactly("facts");
        assertThat(check("c.jsonl", "{\"complaint\":{\"text\":Zhang}}").text(Locale.ENGLISH))
                .doesNotContain("Zhang");
    }

    @Test
    void codes_of_another_pack_of_the_case_count_once_it_is_known() throws IOException {
        String both = LINE.replace("[\"TST\"]", "[\"TST\",\"OTH\"]").replace("\"CRIME\",\"PROD", "\"QUEUE\",\"PROD");
        assertThat(ofCases(check("c.jsonl", both))).isEmpty();
        TestPack other = TestPack.good()
                .edited("pack.json", "\"id\": \"TST\"", "\"id\": \"OTH\"")
                .edited("vocabulary.csv", "CATEGORY,CRIME,Crime", "CATEGORY,QUEUE,Queue,排队,排隊\nCATEGORY,CRIME,Crime");
        assertThat(PackCheck.of(
                                folder,
                                List.of(),
                                id -> Optional.of(PackReader.read(other.files()).policy()))
                        .faults())
                .filteredOn(fault -> fault.file().startsWith("cases/"))
                .isEmpty();
        assertThat(PackCheck.of(folder, List.of(), id -> Optional.empty()).faults())
                .filteredOn(fault -> fault.file().startsWith("cases/"))
                .extracting(PackFault::code)
                .containsExactly("UNKNOWN_PACK");
    }

    @Test
    void a_slip_in_the_vocabulary_is_not_told_of_each_case_that_uses_the_code() throws IOException {
        TestPack pack =
                TestPack.good().edited("vocabulary.csv", "CATEGORY,CRIME,Crime,犯罪,犯罪", "CATEGORY,CRIME,Crime,犯罪");
        assertThat(ofCases(check(pack, "c.jsonl", LINE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack.json|\"CN\",|\"CN\"", "deadlines.csv|{tst.days} working|{tst.day} working"})
    void what_follows_from_a_fault_of_the_pack_is_not_told_of_its_cases(String edit) throws IOException {
        String[] parts = edit.split("\\|", 3);
        assertThat(ofCases(check(TestPack.good().edited(parts[0], parts[1], parts[2]), "c.jsonl", LINE)))
                .isEmpty();
    }

    @Test
    void the_cases_are_looked_at_by_the_check_alone() throws IOException {
        check("c.jsonl", LINE.replace("\"LATE\"", "\"LATTE\""));
        assertThat(PackReader.check(folder)).isEmpty();
        assertThat(PackReader.remarks(folder)).noneMatch(fault -> fault.file().startsWith("cases/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"findingsExclude\":[\"LATE\"|\"findingsExclude\":[\"LATTE\"", "[\"TST-D02\"]|[\"TST-D0Z\"]"})
    void a_case_that_holds_whatever_the_pack_does_since_it_excludes_nothing_is_refused(String edit) {
        String[] parts = edit.split("\\|", 2);
        CheckedPack pack = PackReader.read(TestPack.good().files());
        PackCase slipped =
                PackCase.read("c.jsonl", LINE.replace(parts[0], parts[1])).get(0);
        assertThatThrownBy(() -> slipped.answer(id -> TreeRuleBook.of(pack.policy(), pack.rules())))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.at()).startsWith("c.jsonl:1 /expect/").endsWith("/0");
                    assertThat(e.code()).startsWith("UNKNOWN_");
                    assertThat(e.wayOut()).contains("did you mean");
                });
    }

    /** The first is told by check, of the second form; both by test. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"deadlines\":{\"id\":\"TST-D01\"}         | /expect/deadlines         | WRONG_TYPE",
                "\"deadlines\":\"TST-D01\"                  | /expect/deadlines         | WRONG_TYPE",
                "\"deadlines\":[\"TST-D01\"]                | /expect/deadlines/0       | WRONG_TYPE",
                "\"previousDeadlines\":null                 | /expect/previousDeadlines | WRONG_TYPE",
                "\"reports\":{\"period\":\"2025\"}          | /expect/reports           | WRONG_TYPE",
                "\"reports\":[{\"deadlines\":{\"id\":\"X\"}}] | /expect/reports/0/deadlines | WRONG_TYPE",
                "\"reports\":[{\"absentDeadline\":\"X\"}]   | /expect/reports/0/absentDeadline | UNKNOWN_FIELD",
                "\"findingsExclude\":{\"a\":\"LATE\"}       | /expect/findingsExclude   | WRONG_TYPE",
                "\"findingsExclude\":null                   | /expect/findingsExclude   | WRONG_TYPE",
                "\"findingsExclude\":[7]                    | /expect/findingsExclude/0 | WRONG_TYPE",
                "\"findingsExclude\":\"LATTE\"              | /expect/findingsExclude   | UNKNOWN_CODE",
                "\"gradeExclude\":\"MAJORR\"                | /expect/gradeExclude      | UNKNOWN_CODE",
                "\"absentDeadlines\":\"TST-D0Z\"            | /expect/absentDeadlines   | UNKNOWN_DEADLINE",
                "\"deadlinesExclude\":[\"TST-D0Z\"]         | /expect/deadlinesExclude/0 | UNKNOWN_DEADLINE",
                "\"reportsExclude\":[\"TST-D01\"]           | /expect/reportsExclude    | UNKNOWN_FIELD",
                "\"amountsExclude\":[\"PAID\"]              | /expect/amountsExclude    | UNKNOWN_FIELD",
                "\"statisticsInclude\":[\"OURS\"]           | /expect/statisticsInclude | UNKNOWN_FIELD",
            })
    void what_could_not_be_compared_is_told_and_refused(String expect, String pointer, String code) throws IOException {
        String line = LINE.substring(0, LINE.indexOf("\"category\"")) + expect + "}}";
        assertThat(ofCases(check("c.jsonl", line))).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.at().column()).isGreaterThan(line.indexOf("expect"));
        });
        CheckedPack pack = PackReader.read(TestPack.good().files());
        PackCase value = PackCase.read("c.jsonl", line).get(0);
        assertThatThrownBy(() -> value.answer(id -> TreeRuleBook.of(pack.policy(), pack.rules())))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.at()).isEqualTo("c.jsonl:1 " + pointer);
                    assertThat(e.code()).isEqualTo(code);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"cites", "periods"})
    void a_field_of_a_case_that_is_no_list_is_told_beside_the_other_faults(String field) throws IOException {
        String line = LINE.replace("\"LATE\"", "\"LATTE\"")
                .replace("{\"id\":\"T1\"", "{\"" + field + "\":{\"a\":\"b\"},\"id\":\"T1\"");
        assertThat(ofCases(check("c.jsonl", line)))
                .extracting(PackFault::code, PackFault::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("WRONG_TYPE", field),
                        org.assertj.core.groups.Tuple.tuple("UNKNOWN_CODE", "LATTE"));
    }

    @Test
    void a_case_is_named_by_its_own_id_and_never_by_what_a_customer_wrote() throws IOException {
        String row = "2025-03-03T10:00:00+08:00,LETER";
        String table = "complaint.text,id,packs[],complaint.receivedAt,complaint.channel\nZhang,S1,TST," + row + "\n";
        assertThat(check("s.csv", table).text(Locale.ENGLISH))
                .contains("in \"S1\"")
                .doesNotContain("Zhang");
        String slipped = table.replace("Zhang,", "by,Zhang,");
        assertThat(check("s.csv", slipped).text(Locale.ENGLISH))
                .contains("s.csv:2")
                .doesNotContain("Zhang");
        String none = "complaint.text,packs[],complaint.receivedAt,complaint.channel\nZhang,TST," + row + "\n";
        assertThat(check("s.csv", none).text(Locale.ENGLISH))
                .contains("s.csv:2")
                .doesNotContain("Zhang");
        String last = "{"
                + LINE.substring(LINE.indexOf("\"packs\""), LINE.length() - 1).replace("LATE", "LATTE")
                + ",\"id\":\"T9\"}";
        assertThat(check("c.jsonl", last).text(Locale.ENGLISH))
                .contains("in \"T9\"")
                .doesNotContain("c.jsonl:1:447  warning UNKNOWN_CODE  in \"TST-D01\"");
    }

    @Test
    void a_period_may_say_which_of_its_reports_there_are_none() {
        CheckedPack pack = PackReader.read(TestPack.good().files());
        String line = "{\"id\":\"R\",\"kind\":\"REPORT\",\"packs\":[\"TST\"],\"periods\":[\"2025-03\"],\"expect\":"
                + "{\"reports\":[{\"period\":\"2025-03\",\"absentDeadlines\":[\"TST-D03\"]}]}}";
        assertThat(PackCase.read("r.jsonl", line)
                        .get(0)
                        .differences(id -> TreeRuleBook.of(pack.policy(), pack.rules())))
                .extracting(Difference::key)
                .containsExactly("TST-D03");
        String other = line.replace("[{\"period\":\"2025-03\"", "[{\"period\":\"2025-04\"");
        assertThatThrownBy(() -> PackCase.read("r.jsonl", other)
                        .get(0)
                        .answer(id -> TreeRuleBook.of(pack.policy(), pack.rules())))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.at()).isEqualTo("r.jsonl:1 /expect/reports/0/period"));
    }
}
