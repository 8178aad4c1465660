package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about faults: every kind in every language, and nothing that no kind says. */
class FaultTextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Test
    void every_row_belongs_to_a_kind() {
        Set<String> names = Arrays.stream(FaultKind.values()).map(Enum::name).collect(Collectors.toSet());
        names.add(FaultTexts.NEAREST);
        assertThat(FaultTexts.get().rows().keySet()).isEqualTo(names);
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_is_told_with_reason_and_way_out_in_three_languages(FaultKind kind) {
        Map<String, String> row = FaultTexts.get().rows().get(kind.name());
        assertThat(row).allSatisfy((column, text) -> assertThat(text).isNotBlank());
        assertThat(row.get("zh-CN")).containsPattern(HAN);
        assertThat(row.get("zh-TW")).containsPattern(HAN);
    }

    /** Where a parser of another module or of JSON has refused, English has its words, the other languages have ours. */
    @ParameterizedTest
    @EnumSource
    void all_languages_mention_the_same_things(FaultKind kind) {
        Map<String, String> row = FaultTexts.get().rows().get(kind.name());
        assertThat(places(row.get("zh-TW"))).isEqualTo(places(row.get("zh-CN")));
        if (!kind.isRefusal() && kind != FaultKind.MALFORMED_JSON) {
            assertThat(places(row.get("zh-CN"))).isEqualTo(places(row.get("en")));
            assertThat(places(row.get("way out zh-CN"))).isEqualTo(places(row.get("way out en")));
            assertThat(places(row.get("way out zh-TW"))).isEqualTo(places(row.get("way out en")));
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-TW"})
    void a_policy_officer_reads_faults_in_chinese(String language) {
        Locale locale = Locale.forLanguageTag(language);
        assertThat(TestPack.good()
                        .edited("deadlines.csv", "{tst.days} working days", "{tst.days} working dais")
                        .edited("grading.drl", "\"HIGH\"", "\"HIHG\"")
                        .edited("escalations.csv", "> LEGAL", "> XXXXXXXXXX")
                        .faults())
                .hasSize(3)
                .allSatisfy(fault -> {
                    assertThat(fault.reason(locale)).containsPattern(HAN);
                    assertThat(fault.suggestion(locale)).containsPattern(HAN);
                })
                .anySatisfy(fault -> assertThat(fault.suggestion(locale)).contains("HIGH"));
    }
}
