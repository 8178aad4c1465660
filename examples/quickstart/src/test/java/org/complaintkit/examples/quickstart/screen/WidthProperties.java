package org.complaintkit.examples.quickstart.screen;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WidthProperties {
    @Property
    void wrapped_lines_fit_and_lose_no_character(
            @ForAll("texts") String text, @ForAll @IntRange(min = 4, max = 60) int width) {
        var lines = Width.wrap(text, width);

        assertThat(lines).allMatch(line -> Width.of(line) <= width);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }

    @Property
    void cut_texts_fit(@ForAll("texts") String text, @ForAll @IntRange(min = 4, max = 60) int width) {
        assertThat(Width.of(Width.cut(text, width))).isLessThanOrEqualTo(width);
    }

    @Property
    void padded_texts_have_the_width_or_were_wider(
            @ForAll("texts") String text, @ForAll @IntRange(max = 60) int width) {
        assertThat(Width.of(Width.pad(text, width))).isEqualTo(Math.max(width, Width.of(text)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab c,.").withChars("投诉，。）处理").ofMaxLength(120);
    }
}
