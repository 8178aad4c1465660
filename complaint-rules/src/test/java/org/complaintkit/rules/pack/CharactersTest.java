package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharactersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "， ,", "、 ,", "： :", "； ;", "。 .", "“ \"", "” \"", "‘ '", "「 \"", "』 \"", "【 [", "】 ]", "《 <", "〉 >",
                "≥ >=", "≤ <=", "≠ !=", "– -", "— -", "− -", "× *", "÷ /", "… .", "· .", "！ !", "～ ~", "０ 0", "Ａ A"
            })
    void a_look_alike_stands_for_a_plain_sign(String sign, String plain) {
        assertThat(Characters.plain(sign.charAt(0))).contains(plain);
    }

    @Test
    void other_signs_stand_for_themselves() {
        for (int sign : new int[] {'a', ',', '高', 0xFF00, 0xFF5F, 0x1F600}) {
            assertThat(Characters.plain(sign)).as("%x", sign).isEmpty();
        }
    }

    /** Controls, format signs, foreign blanks, fillers, private and unassigned ones, half a pair. */
    @Test
    void what_shows_nothing_is_told_from_what_does() {
        for (int hidden : new int[] {
            0, 0x1F, 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x115F, 0x2028, 0x2029, 0x200B, 0x202E, 0x2800, 0x3000, 0x3164,
            0xE000, 0xFEFF, 0xFFA0, 0xD800, 0xFFFE, 0x10FFFF
        }) {
            assertThat(Characters.invisible(hidden)).as("%x", hidden).isTrue();
        }
        for (int shown : new int[] {' ', '\t', '\n', '\r', '!', '~', 0xA1, 0xE9, '高', '，', 0x1F600}) {
            assertThat(Characters.invisible(shown)).as("%x", shown).isFalse();
        }
    }

    @Test
    void the_first_invisible_sign_of_a_text_is_named_and_blanks_are_none() {
        assertThat(Characters.invisibleIn("a\u200Bb\u200C")).contains("U+200B ZERO WIDTH SPACE");
        assertThat(Characters.invisibleIn("😀\u200C")).contains("U+200C ZERO WIDTH NON-JOINER");
        assertThat(Characters.invisibleIn("高\u3000低\u00A0 a")).isEmpty();
        assertThat(Characters.name('，')).isEqualTo("U+FF0C FULLWIDTH COMMA");
        assertThat(Characters.name(0xFFFE)).isEqualTo("U+FFFE");
    }
}
