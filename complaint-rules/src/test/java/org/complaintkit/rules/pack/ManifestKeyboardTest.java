package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.api.Test;

/** Signs of a Chinese keyboard in pack.json, which its parser stops at without a name for them. */
class ManifestKeyboardTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINA, Locale.TAIWAN);

    @Test
    void all_full_width_quotes_are_named_and_nothing_that_follows_from_them() {
        List<PackFault> faults = TestPack.good()
                .edited("pack.json", "\"version\": \"1.0.0\"", "“version”: “1.0.0”")
                .faults();
        assertThat(faults)
                .extracting(PackFault::code, PackFault::place, PackFault::text)
                .containsExactly(
                        tuple("FULL_WIDTH", "pack.json:3:3", "“"),
                        tuple("FULL_WIDTH", "pack.json:3:11", "”"),
                        tuple("FULL_WIDTH", "pack.json:3:14", "“"),
                        tuple("FULL_WIDTH", "pack.json:3:20", "”"));
    }

    @Test
    void a_full_width_comma_is_named_and_chinese_texts_are_left_alone() {
        List<PackFault> faults = TestPack.good()
                .edited("pack.json", "\"CN\",", "\"CN\"，")
                .edited("pack.json", "测试办法", "测试办法（“试行”，二）")
                .faults();
        assertThat(faults).extracting(PackFault::code).containsExactly("FULL_WIDTH");
        assertThat(faults.get(0).suggestion(Locale.CHINA)).isEqualTo("把输入法切到半角，输入 ,");
    }

    @Test
    void an_invisible_sign_is_named_beside_what_the_parser_says() {
        List<PackFault> faults = TestPack.good()
                .edited("pack.json", "\"calendar\":", "\u200B\"calendar\":")
                .faults();
        assertThat(faults).extracting(PackFault::code).containsExactly("INVISIBLE_CHARACTER", "MALFORMED_JSON");
    }

    @Test
    void where_a_quote_is_missing_the_signs_of_a_correct_text_are_not_blamed() {
        List<PackFault> faults = TestPack.good()
                .edited("pack.json", "\"CN\",", "\"CN, \"x\": \"冷茶，点心\",")
                .faults();
        assertThat(faults).extracting(PackFault::code).containsExactly("MALFORMED_JSON");
    }

    @Test
    void what_is_no_json_for_another_reason_is_told_in_sentences() {
        List<PackFault> faults =
                TestPack.good().edited("pack.json", "\"CN\",", "\"CN\"").faults();
        assertThat(faults).extracting(PackFault::code).containsExactly("MALFORMED_JSON");
        assertThat(faults.get(0).reason()).startsWith("here the file is no correct JSON (the parser says: ");
        String said = faults.get(0).told().arguments().get(0);
        assertThat(said).isNotBlank();
        assertThat(LANGUAGES)
                .allSatisfy(locale -> assertThat(faults.get(0).reason(locale)).contains(said));
    }

    @Test
    void the_parameter_that_was_probably_meant_is_named_in_each_language() {
        List<PackFault> faults = TestPack.good()
                .edited("deadlines.csv", "{tst.days} working", "{tst.dais} working")
                .faults();
        assertThat(faults).extracting(PackFault::code).contains("UNKNOWN_PARAMETER");
        for (Locale locale : LANGUAGES) {
            assertThat(faults.get(0).suggestion(locale)).contains("tst.days");
            assertThat(faults.get(0).reason(locale)).doesNotContain("[", "params");
        }
    }
}
