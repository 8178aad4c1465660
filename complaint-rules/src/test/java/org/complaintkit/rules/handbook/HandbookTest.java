package org.complaintkit.rules.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.cases.PackCase;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.page.HtmlPage;
import org.complaintkit.rules.page.Markdown;
import org.complaintkit.rules.page.Page;
import org.complaintkit.rules.page.ReadPage;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.wording.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandbookTest {
    private static final Packs PACKS = ShippedPacks.PACKS;
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINA, Locale.TAIWAN);
    /** Words of tables that are no codes: whoever stands for another role, and the days that a table of dates names. */
    private static final Set<String> NO_CODES =
            Set.of("ROLE OWNER", "ROLE APPROVER", "EVENT ENTERED", "EVENT LIMIT", "EVENT TARGET", "EVENT RECOGNISED");

    static Stream<String> packs() {
        return PACKS.ids().stream();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void the_handbook_of_a_pack_has_every_clause_rule_and_deadline_and_no_code_without_a_label(String id) {
        DroolsRuleBook book = PACKS.get(id);
        Handbook handbook = Handbook.of(book.policy(), book.rules());
        for (Locale locale : LANGUAGES) {
            Scribe scribe = new Scribe(book.policy(), locale);
            Page page = handbook.page(scribe);
            Set<String> unknown = new TreeSet<>(scribe.sentences().labels().unknown());
            unknown.removeAll(NO_CODES);
            assertThat(unknown).isEmpty();

            ReadPage html = ReadPage.of(HtmlPage.write(page));
            Set<String> cells = new TreeSet<>(html.texts("td"));
            assertThat(cells).containsAll(book.policy().clauses().keySet());
            assertThat(cells).containsAll(book.policy().deadlines().keySet());
            assertThat(cells).containsAll(book.policy().escalations().keySet());
            assertThat(cells).containsAll(book.policy().parameters().declared().keySet());
            assertThat(cells).containsAll(book.rules().stream().map(Rule::name).toList());
            book.policy()
                    .clauses()
                    .values()
                    .forEach(clause ->
                            assertThat(cells).contains(clause.statement().get(scribe.language())));
            assertThat(html.texts("script")).isEmpty();
            assertThat(Markdown.write(page).lines().count())
                    .isGreaterThan(html.texts("tr").size());
        }
    }

    @Test
    void the_same_pack_gives_the_same_bytes() {
        DroolsRuleBook book = PACKS.get("INS");
        String html = Handbook.of(book.policy(), book.rules()).html(Locale.CHINA);
        String markdown = Handbook.of(book.policy(), book.rules()).markdown(Locale.TAIWAN);
        try (Packs again = Packs.shipped()) {
            DroolsRuleBook other = again.get("INS");
            assertThat(Handbook.of(other.policy(), other.rules()).html(Locale.CHINA))
                    .isEqualTo(html);
            assertThat(Handbook.of(other.policy(), other.rules()).markdown(Locale.TAIWAN))
                    .isEqualTo(markdown);
        }
    }

    @Test
    void rules_stand_there_as_sentences_and_as_a_decision_table() {
        DroolsRuleBook book = PACKS.get("RCC");
        String markdown = Handbook.of(book.policy(), book.rules()).markdown(Locale.ENGLISH);
        assertThat(markdown)
                .contains(
                        "| RCC-11b complex complaint | If the category is one of “service product”, “service channel”,"
                                + " “operating violation”, then the class is “complex”. | RCC-11b | text |")
                .contains("| Rule | the channel | the first receiver | the category | Then |")
                .contains("| RCC-10d media complaint | “news media” |  | not “financial crime” | ")
                .contains("      ├─ “file record made” {no answer can be delivered} ─> [replied]");
    }

    @Test
    void a_parameter_that_was_set_is_shown_as_set() {
        DroolsRuleBook book = PACKS.get("RCC").with(Map.of("rcc.major.loss", "70000"));
        assertThat(Handbook.of(book.policy(), book.rules()).markdown(Locale.ENGLISH))
                .contains("| rcc.major.loss | claimed loss that makes a complaint major | 70000 | yuan |")
                .contains("| set by the institution |");
    }

    @Test
    void worked_cases_tell_what_they_cover() {
        DroolsRuleBook book = PACKS.get("RCC");
        List<PackCase> cases = PackCase.in(Path.of("src/main/resources/org/complaintkit/packs/rcc"));
        CaseReach reach = CaseReach.of(book, cases.subList(0, 5), PACKS::get);
        assertThat(reach.asExpected()).isEqualTo(5);
        assertThat(reach.rulesMissed()).isNotEmpty().hasSizeLessThan(reach.rules());
        assertThat(Handbook.of(book.policy(), book.rules()).covered(reach).markdown(Locale.ENGLISH))
                .contains("- **Worked cases**: 5 of 5 as expected")
                .contains("- **Rules that fire**: "
                        + (reach.rules() - reach.rulesMissed().size()) + " of " + reach.rules())
                .contains("- **Outcomes of time limits and escalations that a case shows**: "
                        + (reach.states().size() - reach.statesMissed().size()) + " of "
                        + reach.states().size());
    }

    @Test
    void of_each_row_of_a_table_of_time_it_is_told_what_a_case_shows_and_what_none_does() {
        DroolsRuleBook book = PACKS.get("RCC");
        List<PackCase> cases = PackCase.in(Path.of("src/main/resources/org/complaintkit/packs/rcc"));
        Handbook handbook =
                Handbook.of(book.policy(), book.rules()).covered(CaseReach.of(book, cases.subList(2, 3), PACKS::get));
        assertThat(handbook.markdown(Locale.ENGLISH))
                .contains("| Table | Row | A case shows | No case shows |")
                .contains("| Deadlines | reply to a general complaint (RCC-D01) | clock runs, cancelled, warned |"
                        + " missed, met in time, told to somebody |");
        assertThat(ReadPage.of(handbook.html(Locale.CHINA)).texts("th")).contains("已有案例", "尚无案例");
        assertThat(ReadPage.of(handbook.html(Locale.TAIWAN)).texts("td")).contains("起算、取消、預警");
    }

    @Test
    void hostile_labels_and_clauses_stay_text() {
        TestPack good = TestPack.good();
        String label = "\"<script>alert(1)</script> | ` [x](javascript:y)\"";
        String words = good.text("vocabulary.csv")
                .replaceFirst("(?m)^(CATEGORY,[A-Z_]+),[^,]*,[^,]*,[^,]*$", "$1," + label + "," + label + "," + label);
        CheckedPack pack = PackReader.read(good.with("vocabulary.csv", words).files());
        Handbook handbook = Handbook.of(pack.policy(), pack.rules());
        for (Locale locale : LANGUAGES) {
            ReadPage html = ReadPage.of(handbook.html(locale));
            assertThat(html.texts("script")).isEmpty();
            assertThat(html.text()).contains("<script>alert(1)</script>");
            assertThat(handbook.markdown(locale)).contains("&lt;script\\>").doesNotContain("<script");
        }
    }

    @Test
    void every_word_of_the_handbook_is_there_in_three_languages() {
        for (Locale locale : LANGUAGES) {
            Words words = Words.of(Handbook.class, "handbook.csv", locale);
            assertThat(words.keys())
                    .allSatisfy(key -> assertThat(words.text(key, "A", "B")).isNotEmpty());
        }
    }
}
