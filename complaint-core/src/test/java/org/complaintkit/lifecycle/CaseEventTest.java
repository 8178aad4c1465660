package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an event says, however a host hands it over. */
class CaseEventTest {
    private static CaseEvent event(String type, Map<String, Object> data) {
        return new CaseEvent("e", type, "UNIT", "p-1", Instant.EPOCH, Instant.EPOCH, data);
    }

    private static CaseEvent saying(Object value) {
        return event("NOTE", Map.of("said", value));
    }

    @Test
    void a_number_is_the_same_in_whatever_type_a_host_holds_it() {
        CaseEvent ten = saying(10);

        assertThat(saying(10L)).isEqualTo(ten);
        assertThat(saying(10.0)).isEqualTo(ten);
        assertThat(saying(new BigDecimal("1e1"))).isEqualTo(ten);
        assertThat(saying(new BigDecimal("10.00"))).isEqualTo(ten);
        assertThat(saying(List.of(10.0))).isEqualTo(saying(List.of(10)));
        assertThat(saying("10")).isNotEqualTo(ten);
        assertThat(ten.value("said")).isEqualTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "12.50, 12.5",
        "1e3, 1000",
        "1e-3, 0.001",
        "1e101, 1E+101",
        "1e-101, 1E-101",
        "-1e999999999, -1E+999999999"
    })
    void a_number_is_written_out_unless_that_would_fill_the_memory(BigDecimal number, String text) {
        assertThat(saying(number).value("said")).isEqualTo(text);
    }

    @Test
    void what_is_no_finite_number_is_a_word() {
        assertThat(saying(Double.NaN).value("said")).isEqualTo("NaN");
    }

    @Test
    void a_list_is_copied_and_says_each_of_its_items() {
        List<Object> items = new ArrayList<>(Arrays.asList("a", 2));
        CaseEvent event = saying(items);
        items.clear();

        assertThat(event.values("said")).containsExactly("a", "2");
        assertThat(event.value("said")).isEqualTo("a");
        assertThat(event.says("said", "2")).isTrue();
        assertThat(event.says("said", "3")).isFalse();
    }

    @Test
    void under_by_stands_the_role_and_under_a_key_that_is_not_said_nothing() {
        CaseEvent event = saying("x");

        assertThat(event.values("by")).containsExactly("UNIT");
        assertThat(event.values("other")).isEmpty();
        assertThat(event.value("other")).isEmpty();
        assertThat(event.says("said", "*")).isTrue();
        assertThat(event.says("other", "*")).isFalse();
        assertThat(saying(" ").says("said", "*")).isFalse();
    }

    @Test
    void details_are_keys_and_what_they_say_and_a_blank_text_is_not_said() {
        assertThat(event("NOTE", Map.of("a", "x", "b", " ", "c", List.of("y", "")))
                        .details())
                .containsExactly("a", "a=x", "c", "c=y");
    }

    @Test
    void a_word_may_mean_a_label_of_the_family_of_its_event() {
        assertThat(event("MEDIA_EVENT", Map.of()).labels("SIGN")).containsExactly("SIGN", "MEDIA_SIGN");
        assertThat(event("NOTE", Map.of()).labels("SIGN")).containsExactly("SIGN");
    }

    @Test
    void a_number_of_a_hundred_places_is_written_out_still() {
        assertThat(saying(new BigDecimal("1e100")).value("said")).isEqualTo("1" + "0".repeat(100));
        assertThat(saying(new BigDecimal("1e-100")).value("said")).isEqualTo("0." + "0".repeat(99) + "1");
    }
}
