package org.complaintkit.rules.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableWordsTest {
    private static final TableWords ENGLISH =
            Sentences.of(TestPack.good().policy(), Locale.ENGLISH).tables();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "CONTACTED | “customer contacted”",
                "CONTACTED[by!=PARTY] | “customer contacted” (by: not “person complained about”)",
                "CONTACTED[by=*] | “customer contacted” (by: anything)",
                "CONTACTED[after=START] | “customer contacted” (after: the start of the clock)",
                "CONTACTED[by=PARTY,round!=2].promised | promised of “customer contacted” (by: “person complained about”, round: not “2”)",
                "not a pattern[ | not a pattern["
            })
    void an_event_is_told_with_what_it_must_say(String pattern, String told) {
        assertThat(ENGLISH.event(pattern)).isEqualTo(told);
    }
}
