package org.complaintkit.rules.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.words.BundleTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackDiffTest {
    private static final TestPack GOOD = TestPack.good();

    private static PackDiff diff(TestPack before, TestPack after) {
        return PackDiff.of(PackReader.read(before.files()), PackReader.read(after.files()));
    }

    private static PackDiff edited(String file, String from, String to) {
        return diff(GOOD, GOOD.edited(file, from, to));
    }

    private static Change only(PackDiff diff) {
        assertThat(diff.changes()).hasSize(1);
        return diff.changes().get(0);
    }

    @Test
    void a_number_in_a_table_is_told_before_and_after() {
        PackDiff diff = edited("deadlines.csv", "1 working day before limit", "2 working days before limit");
        Change change = only(diff);
        assertThat(change)
                .isEqualTo(new Change(
                        Change.Kind.CHANGED,
                        Part.DEADLINE,
                        "deadlines.csv",
                        "TST-D01",
                        "TST-01",
                        List.of(new Detail("target", "1 working day before limit", "2 working days before limit"))));
        assertThat(diff.text(Locale.ENGLISH)).isEqualTo("""
                        TST 1.0.0 -> TST 1.0.0, changes: 1

                        Deadlines
                          changed  TST-D01  [TST-01]
                              target: 1 working day before limit -> 2 working days before limit
                        """);
        assertThat(diff.text(Locale.SIMPLIFIED_CHINESE)).contains("期限", "修改", "目标: 1 working day");
        assertThat(diff.text(Locale.TRADITIONAL_CHINESE)).contains("目標: ");
    }

    @Test
    void a_condition_of_a_rule_is_told_as_text() {
        Change change = only(edited("classification.drl", "\"LETTER\", \"PHONE\"", "\"LETTER\""));
        assertThat(change.part()).isEqualTo(Part.RULE);
        assertThat(change.file()).isEqualTo("classification.drl");
        assertThat(change.id()).isEqualTo("TST-02 crime");
        assertThat(change.details())
                .containsExactly(new Detail(
                        "when",
                        "intakeCategories contains \"CRIME\", channel in (\"LETTER\", \"PHONE\")",
                        "intakeCategories contains \"CRIME\", channel in (\"LETTER\")"));
    }

    @Test
    void a_step_of_the_life_is_named_by_where_it_begins_and_what_happens() {
        Change change = only(edited("lifecycle.csv", "NO_BLOCKING_DUTY,no,no", ",no,no"));
        assertThat(change.part()).isEqualTo(Part.TRANSITION);
        assertThat(change.id()).isEqualTo("REPLIED: CLOSED_EVENT");
    }

    @Test
    void a_rule_under_another_name_is_no_new_rule() {
        PackDiff diff = edited("classification.drl", "rule \"TST-02 product\"", "rule \"TST-02 goods\"");
        assertThat(only(diff).details()).containsExactly(new Detail("name", "TST-02 product", "TST-02 goods"));
    }

    @Test
    void what_came_and_what_went_mirror_each_other() {
        TestPack more = GOOD.with(
                "vocabulary.csv", GOOD.text("vocabulary.csv").stripTrailing() + "\nCATEGORY,PRICE,Price,价格,價格\n");
        Change came = only(diff(GOOD, more));
        Change went = only(diff(more, GOOD));
        assertThat(came.kind()).isEqualTo(Change.Kind.ADDED);
        assertThat(came.id()).isEqualTo("CATEGORY PRICE");
        assertThat(came.details()).contains(new Detail("label en", "", "Price"), new Detail("label zh-CN", "", "价格"));
        assertThat(went.kind()).isEqualTo(Change.Kind.REMOVED);
        assertThat(went.details()).contains(new Detail("label en", "Price", ""));
    }

    @Test
    void another_order_counts_where_the_order_decides() {
        PackDiff decides = edited(
                "precedence.csv",
                "category,PRODUCT,2,TST-02,READING\ncategory,ATTITUDE,2,TST-02,READING",
                "category,ATTITUDE,2,TST-02,READING\ncategory,PRODUCT,2,TST-02,READING");
        assertThat(only(decides).kind()).isEqualTo(Change.Kind.MOVED);
        assertThat(decides.text(Locale.ENGLISH)).contains("category PRODUCT", "row: 2 -> 3");
        String words = GOOD.text("vocabulary.csv");
        List<String> lines = new ArrayList<>(words.lines().toList());
        lines.add(1, lines.remove(2));
        assertThat(diff(GOOD, GOOD.with("vocabulary.csv", String.join("\n", lines) + "\n"))
                        .changes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"amounts.csv, AMOUNT", "measures.csv, MEASURE", "indicators.csv, INDICATOR", "lifecycle.csv, TRANSITION"
    })
    void a_row_that_changed_its_place_is_told_with_both_places(String file, Part part) {
        List<String> lines = new ArrayList<>(GOOD.text(file).lines().toList());
        lines.add(1, lines.remove(2));
        Change change = only(diff(GOOD, GOOD.with(file, String.join("\n", lines) + "\n")));
        assertThat(change.kind()).isEqualTo(Change.Kind.MOVED);
        assertThat(change.part()).isEqualTo(part);
        assertThat(change.details()).containsExactly(new Detail(Change.PLACE, "1", "2"));
    }

    @Test
    void a_row_that_was_changed_and_moved_is_told_with_both() {
        List<String> lines = new ArrayList<>(GOOD.text("lifecycle.csv").lines().toList());
        String last = lines.remove(lines.size() - 1);
        lines.add(1, last.replaceFirst(",TST-0[0-9]$", ",TST-02"));
        Change change = only(diff(GOOD, GOOD.with("lifecycle.csv", String.join("\n", lines) + "\n")));
        assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED);
        assertThat(change.details()).extracting(Detail::field).containsExactly("clause", Change.PLACE);
        assertThat(change.details().get(1)).isEqualTo(new Detail(Change.PLACE, String.valueOf(lines.size() - 1), "1"));
    }

    @Test
    void large_tables_that_have_nothing_in_common_are_told_at_once() {
        List<Row> before = rules("a");
        List<Row> after = rules("b");
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(4), () -> TableDiff.of(Part.RULE, before, after)))
                .hasSize(80_000);
    }

    private static List<Row> rules(String word) {
        return IntStream.range(0, 40_000)
                .mapToObj(i -> new Row(Part.RULE, "grading.drl", word + i, Map.of("when", word + i)))
                .toList();
    }

    @Test
    void a_new_row_is_told_with_its_place_where_the_order_counts() {
        String row = "REGISTERED,CLOSED_EVENT,CLOSED,,no,no,TST-01";
        List<String> first = new ArrayList<>(GOOD.text("lifecycle.csv").lines().toList());
        List<String> last = new ArrayList<>(first);
        first.add(1, row);
        last.add(row);
        PackDiff top = diff(GOOD, GOOD.with("lifecycle.csv", String.join("\n", first) + "\n"));
        PackDiff bottom = diff(GOOD, GOOD.with("lifecycle.csv", String.join("\n", last) + "\n"));
        assertThat(only(top).kind()).isEqualTo(Change.Kind.ADDED);
        assertThat(only(top).details()).contains(new Detail(Change.PLACE, "", "1"));
        assertThat(only(bottom).details()).contains(new Detail(Change.PLACE, "", String.valueOf(last.size() - 1)));
        assertThat(top.text(Locale.ENGLISH)).contains("row: 1\n");
        assertThat(top.sameOrder()).isFalse();
    }

    @Test
    void clauses_parameters_labels_and_the_pack_itself_are_compared() {
        PackDiff diff = diff(
                GOOD,
                GOOD.edited("clauses.csv", "Answer in time.", "Answer at once.")
                        .edited("pack.json", "\"default\": 50000", "\"default\": 60000")
                        .edited("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"")
                        .edited("vocabulary.csv", "Attitude", "Manners"));
        assertThat(diff.changes())
                .extracting(Change::part, Change::id)
                .containsExactly(
                        tuple(Part.PACK, ""),
                        tuple(Part.PARAMETER, "tst.loss"),
                        tuple(Part.CLAUSE, "TST-01"),
                        tuple(Part.WORD, "CATEGORY ATTITUDE"));
        assertThat(diff.changes().get(1).details()).containsExactly(new Detail("initial", "50000", "60000"));
        assertThat(diff.changes().get(2).details())
                .containsExactly(new Detail("statement en", "Answer in time.", "Answer at once."));
    }

    @Test
    void laws_that_the_pack_names_are_compared() {
        Change change =
                only(edited("pack.json", "\"basisDocuments\": [\"None\"]", "\"basisDocuments\": [\"Law A\", \"B\"]"));
        assertThat(change.part()).isEqualTo(Part.PACK);
        assertThat(change.details()).containsExactly(new Detail("basisDocuments", "None", "Law A; B"));
    }

    @Test
    void how_a_file_is_written_makes_no_difference() {
        PackDiff diff = diff(
                GOOD,
                GOOD.edited("classification.drl", "// What is it about?", "// What is this all about?\n\n")
                        .edited("classification.drl", "contains \"PRODUCT\"", "   contains   \"PRODUCT\"")
                        .with("deadlines.csv", GOOD.text("deadlines.csv").replace("TST-D01,", " TST-D01 ,")));
        assertThat(diff.before().digest()).isNotEqualTo(diff.after().digest());
        assertThat(diff.changes()).isEmpty();
    }

    @Test
    void programs_read_the_same() throws Exception {
        PackDiff diff = edited("vocabulary.csv", "Attitude", "Man\\\"ners");
        JsonNode json = new ObjectMapper().readTree(diff.json());
        for (String side : List.of("before", "after")) {
            PackVersion pack = side.equals("before") ? diff.before() : diff.after();
            assertThat(json.at("/" + side + "/id").asText()).isEqualTo("TST");
            assertThat(json.at("/" + side + "/version").asText()).isEqualTo("1.0.0");
            assertThat(json.at("/" + side + "/digest").asText())
                    .isEqualTo(pack.digest())
                    .isNotEmpty();
        }
        assertThat(json.at("/changes/0/kind").asText()).isEqualTo("CHANGED");
        assertThat(json.at("/changes/0/part").asText()).isEqualTo("WORD");
        assertThat(json.at("/changes/0/details/0/after").asText()).isEqualTo("Man\\\"ners");
        assertThat(diff.json())
                .isEqualTo(edited("vocabulary.csv", "Attitude", "Man\\\"ners").json());
    }

    @Test
    void a_pack_does_not_differ_from_itself_and_every_value_of_every_pack_has_a_name() throws Exception {
        List<CheckedPack> packs = new ArrayList<>(List.of(PackReader.read(GOOD.files())));
        try (Stream<Path> folders = Files.list(Path.of("src/main/resources/org/complaintkit/packs"))) {
            folders.sorted().forEach(folder -> packs.add(PackReader.read(folder)));
        }
        TreeSet<String> fields = new TreeSet<>();
        for (CheckedPack pack : packs) {
            assertThat(PackDiff.of(pack, pack).changes()).isEmpty();
            PackDiff.of(packs.get(0), pack).changes().stream()
                    .flatMap(change -> change.details().stream())
                    .map(detail -> "field." + detail.field().replaceFirst(" .*", ""))
                    .forEach(fields::add);
        }
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE)) {
            assertThat(BundleTexts.of(PackDiff.class, "diff", locale).keys()).containsAll(fields);
            for (Part part : Part.values()) {
                assertThat(part.label(locale)).isNotBlank();
            }
        }
    }
}
