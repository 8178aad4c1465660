package org.complaintkit.rules.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.RandomRules;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RulePrinter;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final Packs PACKS = ShippedPacks.PACKS;
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINA, Locale.TAIWAN);

    private static String sentence(String rule, Locale locale) {
        DroolsRuleBook book = PACKS.get("RCC");
        return book.rules().stream()
                .filter(each -> each.name().equals(rule))
                .map(Sentences.of(book.policy(), locale)::rule)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_rule_reads_as_a_sentence_in_three_languages() {
        String rule = "RCC-22 major by substantiated financial crime";
        assertThat(sentence(rule, Locale.ENGLISH))
                .isEqualTo(
                        "If the category is “financial crime”, and the outcome is one of “our fault”, “both at fault”,"
                                + " then the label “major” applies.");
        assertThat(sentence(rule, Locale.CHINA)).isEqualTo("如果类别为“金融犯罪”，且责任认定为“我方责任”、“双方责任”之一，那么加上标签“重大投诉”。");
        assertThat(sentence(rule, Locale.TAIWAN)).startsWith("如果類別為「金融犯罪」，且責任認定為「");
    }

    @Test
    void a_parameter_is_named_with_its_value_in_force() {
        DroolsRuleBook book = PACKS.get("RCC").with(Map.of("rcc.major.loss", "70000"));
        Rule rule = book.rules().stream()
                .filter(each -> each.name().equals("RCC-22 major by claimed loss"))
                .findFirst()
                .orElseThrow();
        assertThat(Sentences.of(book.policy(), Locale.ENGLISH).when(rule))
                .isEqualTo("the loss claimed is at least claimed loss that makes a complaint major"
                        + " (parameter rcc.major.loss: 70000)");
    }

    @Test
    void a_rule_without_conditions_holds_in_every_case() {
        Rule rule = PACKS.ids().stream()
                .flatMap(id -> PACKS.get(id).rules().stream())
                .filter(each -> each.conditions().isEmpty())
                .findFirst()
                .orElseThrow();
        DroolsRuleBook book = PACKS.ids().stream()
                .map(PACKS::get)
                .filter(each -> each.rules().contains(rule))
                .findFirst()
                .orElseThrow();
        assertThat(Sentences.of(book.policy(), Locale.ENGLISH).rule(rule)).startsWith("In every case, ");
    }

    @Test
    void different_conditions_never_read_the_same() {
        for (Locale locale : LANGUAGES) {
            Stream<DroolsRuleBook> books = PACKS.ids().stream().map(PACKS::get);
            books.forEach(book -> injective(Sentences.of(book.policy(), locale), book.rules()));
            var policy = TestPack.good().policy();
            injective(Sentences.of(policy, locale), new RandomRules(7, policy).rules(3_000));
        }
    }

    private static void injective(Sentences sentences, List<Rule> rules) {
        Map<String, String> read = new HashMap<>();
        for (Rule rule : rules) {
            for (Condition condition : rule.conditions()) {
                String written = RulePrinter.print(condition);
                String other = read.putIfAbsent(sentences.condition(condition), written);
                assertThat(other == null ? written : other).isEqualTo(written);
            }
        }
    }

    @Test
    void every_word_is_there_in_three_languages() {
        for (Locale locale : LANGUAGES) {
            Words words = Words.of(locale);
            assertThat(words.keys())
                    .allSatisfy(
                            key -> assertThat(words.text(key, "A", "B", "C")).isNotEmpty());
            for (Field field : Field.values()) {
                assertThat(words.knows("field." + field.word()))
                        .as(field.word())
                        .isTrue();
                if (field.type() == Field.Type.FLAG) {
                    assertThat(words.knows("yes." + field.word()) && words.knows("no." + field.word()))
                            .isTrue();
                }
            }
            for (Stage stage : Stage.values()) {
                assertThat(words.knows("stage." + stage)).isTrue();
            }
            for (Answer answer : Answer.values()) {
                assertThat(words.knows("verb." + answer.verb()) && words.knows("question." + answer.verb()))
                        .isTrue();
            }
        }
    }
}
