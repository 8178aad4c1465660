package org.complaintkit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("SERVICE", "PRODUCT", "FEE");

    @Test
    void a_slip_of_the_pen_is_told_and_a_word_that_may_be_a_person_is_not() {
        assertThat(Nearest.shown("SERVIC", KNOWN)).isEqualTo("SERVIC");
        assertThat(Nearest.shown("ZHANGWEI", KNOWN)).doesNotContain("ZHANG");
        assertThat(Nearest.shown("FE", KNOWN)).as("too short to tell").doesNotContain("FE");
        assertThat(Nearest.shown("SERV CE", KNOWN)).as("no code").doesNotContain("SERV");
    }

    @Test
    void the_nearest_word_is_the_way_out_and_without_one_something_else() {
        assertThat(Nearest.hint("produkt", KNOWN, "say another")).isEqualTo("did you mean PRODUCT?");
        assertThat(Nearest.hint("WEATHER", KNOWN, "say another")).isEqualTo("say another");
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }
}
