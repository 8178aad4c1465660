package org.complaintkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"words_zh_CN.properties", "words_zh_TW.properties"})
    void every_language_says_everything(String name) throws IOException {
        assertThat(keys(name)).containsExactlyElementsOf(keys("words.properties"));
    }

    @Test
    void days_are_written_the_same_on_every_machine() {
        Words words = SampleRuns.setting().words();

        assertThat(words.day(LocalDate.of(2025, 9, 28))).isEqualTo("Sun 28 Sep");
        assertThat(words.days(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 8)))
                .isEqualTo("1-8 Oct");
        assertThat(words.days(LocalDate.of(2016, 9, 30), LocalDate.of(2016, 10, 2)))
                .isEqualTo("30 Sep-2 Oct");
    }

    @Test
    void festivals_that_share_days_are_both_named() {
        Words words = SampleRuns.setting().words();

        assertThat(words.festival("国庆节、中秋节")).isEqualTo("National Day, Mid-Autumn Festival");
        assertThat(words.firstFestival("国庆节、中秋节")).isEqualTo("National Day");
    }

    /** Festivals have a name of their own in simplified Chinese. */
    private static Set<String> keys(String name) throws IOException {
        try (Reader reader = Resources.open(name)) {
            Set<String> keys = new TreeSet<>(new PropertyResourceBundle(reader).keySet());
            keys.removeIf(key -> key.startsWith("festival."));
            return keys;
        }
    }
}
