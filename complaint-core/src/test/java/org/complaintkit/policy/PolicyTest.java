package org.complaintkit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.fixture.TestPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private static final Policy POLICY = TestPolicy.policy();

    @ParameterizedTest
    @ValueSource(strings = {"1", "10", "7", "1.0", "9.99"})
    void a_number_within_its_range_is_taken_and_reported_as_the_institutions_own(String value) {
        Parameters set = POLICY.parameters().with(Map.of("t.target", value));

        assertThat(set.number("t.target")).isEqualByComparingTo(value);
        assertThat(set.basis("t.target")).isEqualTo(Basis.PARAMETER);
        assertThat(POLICY.parameters().basis("t.target")).isEqualTo(Basis.DEFAULT);
        assertThat(POLICY.parameters().number("t.target")).isEqualTo(BigDecimal.valueOf(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10.01", "-1", "seven", "", "NaN", "1e9"})
    void a_number_out_of_its_range_is_refused(String value) {
        assertThatThrownBy(() -> POLICY.with(Map.of("t.target", value)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("PARAMETER_RANGE"));
    }

    @Test
    void an_unknown_parameter_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> POLICY.with(Map.of("t.targt", 3)))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo("UNKNOWN_PARAMETER");
                    assertThat(e.rule()).contains("t.target");
                });
        assertThatThrownBy(() -> POLICY.parameters().number("t.chief")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> POLICY.parameters().text("none")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> POLICY.parameters().basis("none")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_term_that_is_none_and_a_code_that_nobody_knows_are_refused_when_they_are_set() {
        assertThatThrownBy(() -> POLICY.with(Map.of("soft.immediate", "soonish")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> POLICY.with(Map.of("t.chief", "NOBODY"))).isInstanceOf(InvalidInputException.class);
        assertThat(POLICY.with(Map.of("t.chief", "UNIT")).parameters().text("t.chief"))
                .isEqualTo("UNIT");
    }

    @Test
    void values_set_one_after_the_other_add_up() {
        Parameters set =
                POLICY.parameters().with(Map.of("t.target", 3)).with(Map.of("soft.immediate", "1 hour", "t.target", 4));

        assertThat(set.set()).containsOnlyKeys("soft.immediate", "t.target");
        assertThat(set.text("t.target")).isEqualTo("4");
        assertThat(POLICY.with(Map.of())).isSameAs(POLICY);
    }

    @ParameterizedTest
    @CsvSource({
        "'', SAME, ''",
        "' 3 working days ', TERM, 3 working days",
        "IMMEDIATE, SOFT_WORD, IMMEDIATE",
        "'as T-D01,T-D02', AS_DEADLINE, 'T-D01,T-D02'",
        "1 working day before limit, BEFORE_LIMIT, 1 working day",
        "last working day, LAST_WORKING_DAY, last working day"
    })
    void a_cell_says_how_a_moment_is_found(String cell, LimitRule.Kind kind, String text) {
        assertThat(LimitRule.parse(cell)).isEqualTo(new LimitRule(kind, text));
    }

    @Test
    void a_limit_fills_its_parameters_in() {
        LimitRule range = LimitRule.parse("{t.target} to 10 working days");

        assertThat(range.parameters()).containsExactly("t.target");
        assertThat(range.term(POLICY.parameters())).isEqualTo("7 to 10 working days");
        assertThat(LimitRule.parse("IMMEDIATE").term(POLICY.parameters())).isEqualTo("2 hours");
        assertThat(LimitRule.parse("IMMEDIATE").softWord()).contains("IMMEDIATE");
        assertThat(LimitRule.parse("as A , B").deadlines()).containsExactly("A", "B");
        assertThatThrownBy(() -> LimitRule.parse("{nothing} days").term(POLICY.parameters()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_form_lacks_its_required_fields_in_their_order() {
        Form form = POLICY.forms().get("F-1");

        assertThat(form.missing(Set.of())).containsExactly("CAUSE_FOUND", "MEASURES");
        assertThat(form.missing(Set.of("MEASURES", "OTHER"))).containsExactly("CAUSE_FOUND");
        assertThat(form.missing(Set.of("CAUSE_FOUND", "MEASURES"))).isEmpty();
    }

    @Test
    void an_unknown_code_is_refused_with_the_nearest_known_one() {
        assertThatThrownBy(() -> POLICY.vocabulary().require("CHANNEL", "TELEFONE", "complaint.channel"))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo("UNKNOWN_CODE");
                    assertThat(e.subject()).isEqualTo("complaint.channel");
                    assertThat(e.rule()).contains("the nearest is TELEPHONE");
                });
        assertThatThrownBy(() -> POLICY.vocabulary().require("CHANNEL", "PIGEON_POST", "x"))
                .hasMessageNotContaining("nearest");
        assertThatThrownBy(() -> POLICY.vocabulary().require("CHANNEL", "T".repeat(100_000), "x"))
                .hasMessageNotContaining("nearest");
        assertThatThrownBy(() -> POLICY.vocabulary().require("channel", "TELEPHONE", "x"))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({"en, en", "tr-TR, en", "zh, zh-CN", "zh-CN, zh-CN", "zh-TW, zh-TW", "zh-HK, zh-TW", "zh-Hant, zh-TW"})
    void a_locale_is_served_in_the_nearest_language(String tag, String language) {
        assertThat(Vocabulary.language(Locale.forLanguageTag(tag))).isEqualTo(language);
    }

    @Test
    void a_later_word_overrides_an_earlier_one_and_a_word_without_label_is_its_code() {
        Vocabulary more = POLICY.vocabulary()
                .plus(Vocabulary.of(List.of(new Vocabulary.Word("CHANNEL", "LETTER", Map.of("en", "a letter")))));

        assertThat(more.label("CHANNEL", "LETTER", Locale.ENGLISH)).isEqualTo("a letter");
        assertThat(more.label("CHANNEL", "LETTER", Locale.SIMPLIFIED_CHINESE)).isEqualTo("LETTER");
        assertThat(more.label("CHANNEL", "NONE", Locale.ENGLISH)).isEqualTo("NONE");
        assertThat(more.words()).hasSameSizeAs(POLICY.vocabulary().words());
    }
}
