package org.complaintkit.rules.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.complaintkit.rules.simulate.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleTextsTest {
    private static BundleTexts texts(String tag) {
        return BundleTexts.of(Simulation.class, "simulate", Locale.forLanguageTag(tag));
    }

    @ParameterizedTest
    @CsvSource({
        "en, en, (none)",
        "de, en, (none)",
        "tr-TR, en, (none)",
        "zh-CN, zh-CN, （无）",
        "zh-TW, zh-TW, （無）",
        "zh-HK, zh-TW, （無）",
    })
    void a_language_is_read_from_its_own_file_and_any_other_is_english(String tag, String language, String none) {
        assertThat(texts(tag).language()).isEqualTo(language);
        assertThat(texts(tag).text("none")).isEqualTo(none);
    }

    @Test
    void arguments_stand_in_their_places_whatever_the_numbers_of_the_locale_look_like() {
        assertThat(texts("en").text("rest", 1, "two")).isEqualTo("1 not touched by what changed, two bad lines");
        assertThat(texts("zh-CN").text("rest", 1, "two")).contains("1", "two");
    }

    @Test
    void a_label_is_told_as_it_stands_and_a_key_without_text_by_what_stands_in() {
        assertThat(texts("en").label("rest", "?")).isEqualTo("{0} not touched by what changed, {1} bad lines");
        assertThat(texts("en").label("no such key", "?")).isEqualTo("?");
    }

    @Test
    void keys_come_sorted() {
        assertThat(List.copyOf(texts("en").keys()))
                .contains("aspect.OWNER", "none", "title")
                .isSorted();
    }

    @Test
    void words_that_are_not_packaged_are_an_error_of_ours() {
        assertThatThrownBy(() -> BundleTexts.of(Simulation.class, "nothing", Locale.ENGLISH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing.properties");
    }
}
