package org.complaintkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReadingTest {
    private static final String LEAST = "\"receivedAt\":\"2026-03-02T09:00:00+08:00\",\"channel\":\"TELEPHONE\"";
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    private static Complaint complaint(String more) {
        return ComplaintJson.read("{" + LEAST + more + "}", "C-1", "/complaint");
    }

    private static InvalidInputException refused(String json) {
        return catchThrowableOfType(InvalidInputException.class, () -> ComplaintJson.read(json, "C-1", "/complaint"));
    }

    @Test
    void what_is_left_out_has_its_documented_default() {
        assertThat(complaint(""))
                .isEqualTo(Complaint.received("C-1", NINE, "TELEPHONE").build());
        assertThat(complaint(",\"facts\":null,\"complainant\":{},\"text\":null"))
                .isEqualTo(complaint(""));
        assertThat(complaint(",\"complainant\":{\"anonymous\":true}")
                        .complainant()
                        .reachable())
                .isFalse();
        assertThat(complaint(",\"complainant\":{\"anonymous\":true,\"reachable\":true}")
                        .complainant()
                        .reachable())
                .isTrue();
    }

    @Test
    void every_field_arrives() {
        Complaint read = complaint("""
                ,"receivedBy":"FRONT","complainant":{"type":"ENTERPRISE","anonymous":false,"reachable":false,"vip":true,
                "name":"李","contact":"138"},"intakeCategories":["B","A"],"facts":["F"],"causes":["C"],"demands":["D"],
                "claimedLoss":1200.50,"complainantCount":3,"text":"😀","unit":"U-1","party":"P-1","formIssued":true,
                "sequence":7,"forwarderDate":"2026-03-01","confirmedByLine":false,"requestedAmount":8000,
                "linkedTo":"C-0","injury":false,"attachments":["a","b"],"onSite":true,"petitionRisk":true,
                "onBehalfOf":"dealer","valuable":true""");

        assertThat(read.receivedBy()).isEqualTo("FRONT");
        assertThat(read.complainant().type()).isEqualTo("ENTERPRISE");
        assertThat(read.complainant().reachable()).isFalse();
        assertThat(read.complainant().vip()).isTrue();
        assertThat(read.complainant().name().reveal()).isEqualTo("李");
        assertThat(read.complainant().contact().reveal()).isEqualTo("138");
        assertThat(read.intakeCategories()).containsExactly("B", "A");
        assertThat(read.facts()).containsExactly("F");
        assertThat(read.causes()).containsExactly("C");
        assertThat(read.demands()).containsExactly("D");
        assertThat(read.claimedLoss()).isEqualByComparingTo("1200.5");
        assertThat(read.complainantCount()).isEqualTo(3);
        assertThat(read.text().reveal()).isEqualTo("😀");
        assertThat(read.complainedUnit()).isEqualTo("U-1");
        assertThat(read.party()).isEqualTo("P-1");
        assertThat(read.given())
                .containsOnlyKeys(
                        "attachments",
                        "confirmedByLine",
                        "forwarderDate",
                        "formIssued",
                        "injury",
                        "linkedTo",
                        "onSite",
                        "petitionRisk",
                        "onBehalfOf",
                        "valuable",
                        "requestedAmount",
                        "sequence")
                .containsEntry("sequence", new BigDecimal(7))
                .containsEntry("attachments", List.of("a", "b"));
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("", "MALFORMED_JSON", ""),
                Arguments.of("null", "MALFORMED_JSON", ""),
                Arguments.of("[]", "MALFORMED_JSON", ""),
                Arguments.of("{", "MALFORMED_JSON", "1:2"),
                Arguments.of("{" + LEAST + "} {}", "MALFORMED_JSON", null),
                Arguments.of("\uFEFF{" + LEAST + "}", "MALFORMED_JSON", "1:1"),
                Arguments.of("{" + LEAST + ",\"channel\":\"LETTER\"}", "MALFORMED_JSON", null),
                Arguments.of("{" + LEAST + ",\"claimedLoss\":NaN}", "MALFORMED_JSON", null),
                Arguments.of("{" + LEAST + ",\"claimedLoss\":1e3333333333}", "MALFORMED_JSON", ""),
                Arguments.of("{" + LEAST + ",\"claimedLoss\":" + "9".repeat(41) + "}", "MALFORMED_JSON", null),
                Arguments.of("{" + LEAST + ",\"x\":" + "[".repeat(50) + "]".repeat(50) + "}", "MALFORMED_JSON", null),
                Arguments.of("{" + LEAST + ",\"text\":\"" + "x".repeat(200_001) + "\"}", "MALFORMED_JSON", null),
                Arguments.of("{" + LEAST + ",}", "MALFORMED_JSON", null),
                Arguments.of("{'channel':'LETTER'}", "MALFORMED_JSON", null),
                Arguments.of("{}", "MISSING_FIELD", "/complaint/receivedAt"),
                Arguments.of("{\"receivedAt\":\"2026-03-02T09:00:00Z\"}", "MISSING_FIELD", "/complaint/channel"),
                Arguments.of(
                        "{\"receivedAt\":\"2026-03-02T09:00:00Z\",\"channel\":\" \"}",
                        "MISSING_FIELD",
                        "/complaint/channel"),
                Arguments.of(
                        "{\"receivedAt\":\"2026-03-02T09:00:00\",\"channel\":\"LETTER\"}",
                        "WRONG_TYPE",
                        "/complaint/receivedAt"),
                Arguments.of("{\"receivedAt\":5,\"channel\":\"LETTER\"}", "WRONG_TYPE", "/complaint/receivedAt"),
                Arguments.of("{" + LEAST + ",\"colour\":1}", "UNKNOWN_FIELD", "/complaint/colour"),
                Arguments.of("{" + LEAST + ",\"a/b~c\":1}", "UNKNOWN_FIELD", "/complaint/a~1b~0c"),
                Arguments.of("{" + LEAST + ",\"a\\nb\":1}", "UNKNOWN_FIELD", "/complaint/a?b"),
                Arguments.of("{" + LEAST + ",\"facts\":\"A\"}", "WRONG_TYPE", "/complaint/facts"),
                Arguments.of("{" + LEAST + ",\"facts\":[1]}", "WRONG_TYPE", "/complaint/facts"),
                Arguments.of("{" + LEAST + ",\"facts\":[null]}", "WRONG_TYPE", "/complaint/facts"),
                Arguments.of(
                        "{" + LEAST + ",\"facts\":[" + "\"A\",".repeat(1_000) + "\"A\"]}",
                        "WRONG_TYPE",
                        "/complaint/facts"),
                Arguments.of("{" + LEAST + ",\"claimedLoss\":\"1\"}", "WRONG_TYPE", "/complaint/claimedLoss"),
                Arguments.of("{" + LEAST + ",\"claimedLoss\":1e999999999}", "WRONG_TYPE", "/complaint/claimedLoss"),
                Arguments.of("{" + LEAST + ",\"sequence\":1e-999999999}", "WRONG_TYPE", "/complaint/sequence"),
                Arguments.of("{" + LEAST + ",\"claimedLoss\":-1}", "NEGATIVE_AMOUNT", ""),
                Arguments.of("{" + LEAST + ",\"complainantCount\":0}", "COMPLAINANT_COUNT", ""),
                Arguments.of("{" + LEAST + ",\"complainantCount\":1.5}", "WRONG_TYPE", "/complaint/complainantCount"),
                Arguments.of("{" + LEAST + ",\"complainantCount\":1e10}", "WRONG_TYPE", "/complaint/complainantCount"),
                Arguments.of("{" + LEAST + ",\"complainant\":\"me\"}", "WRONG_TYPE", "/complaint/complainant"),
                Arguments.of("{" + LEAST + ",\"complainant\":{\"vip\":1}}", "WRONG_TYPE", "/complaint/complainant/vip"),
                Arguments.of(
                        "{" + LEAST + ",\"complainant\":{\"age\":1}}", "UNKNOWN_FIELD", "/complaint/complainant/age"),
                Arguments.of("{" + LEAST + ",\"linkedTo\":{}}", "WRONG_TYPE", "/complaint/linkedTo"),
                Arguments.of("{" + LEAST + ",\"attachments\":[[]]}", "WRONG_TYPE", "/complaint/attachments"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformed_input_is_refused_with_its_place(String json, String code, String at) {
        InvalidInputException refused = refused(json);

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.getMessage()).doesNotContain("\n").hasSizeLessThan(400);
        if (at != null) {
            assertThat(refused.at()).isEqualTo(at);
        } else {
            assertThat(refused.at()).matches("([0-9]+:[0-9]+)?");
        }
    }

    @Test
    void an_error_quotes_no_value_that_may_be_personal() {
        for (String field : List.of("receivedAt", "facts", "complainant", "claimedLoss", "linkedTo")) {
            InvalidInputException refused = refused("{\"" + field + "\":[{\"Canary\":\"Canary\"}],\"channel\":\"X\"}");
            assertThat(refused.toString()).doesNotContain("Canary");
        }
        assertThat(refused("{\"text\":\"Canary\" Canary}").toString()).doesNotContain("Canary");
        assertThat(refused("{" + LEAST + ",\"" + "n".repeat(10_000) + "\":1}").toString())
                .hasSizeLessThan(400);
    }

    @Test
    void an_event_arrives_with_all_it_says() {
        CaseEvent read = EventJson.read(
                "{\"at\":\"2026-03-02T09:00:00+08:00\",\"type\":\"NOTE\",\"by\":\"UNIT\",\"person\":\"P-1\",\"id\":\"x\","
                        + "\"data\":{\"amount\":12.50,\"to\":[\"A\",\"B\"],\"ok\":true,\"nothing\":null}}",
                "e1",
                null,
                "/events/0");

        assertThat(read)
                .isEqualTo(new CaseEvent(
                        "x",
                        "NOTE",
                        "UNIT",
                        "P-1",
                        NINE,
                        NINE,
                        Map.of("amount", new BigDecimal("12.5"), "to", List.of("A", "B"), "ok", true)));
    }

    @Test
    void an_event_without_id_takes_the_given_one_and_keeps_the_time_of_recording() {
        CaseEvent read = EventJson.read(
                "{\"at\":\"2026-03-02T01:00:00Z\",\"type\":\"NOTE\"}", "e1", NINE.plusSeconds(5), "/events/0");

        assertThat(read).isEqualTo(new CaseEvent("e1", "NOTE", "", "", NINE, NINE.plusSeconds(5), Map.of()));
    }

    @Test
    void a_malformed_event_is_refused_with_its_place() {
        Map.of(
                        "{}", "/events/0/at",
                        "{\"at\":\"2026-03-02T01:00:00Z\"}", "/events/0/type",
                        "{\"at\":\"2026-03-02T01:00:00Z\",\"type\":\"N\",\"data\":[]}", "/events/0/data",
                        "{\"at\":\"2026-03-02T01:00:00Z\",\"type\":\"N\",\"data\":{\"x\":{}}}", "/events/0/data/x",
                        "{\"at\":\"2026-03-02T01:00:00Z\",\"type\":\"N\",\"data\":{\"n\":1e99999}}", "/events/0/data/n",
                        "{\"at\":\"2026-03-02T01:00:00Z\",\"type\":\"N\",\"when\":1}", "/events/0/when")
                .forEach((json, at) -> assertThat(catchThrowableOfType(
                                        InvalidInputException.class,
                                        () -> EventJson.read(json, "e1", null, "/events/0"))
                                .at())
                        .isEqualTo(at));
    }

    @Test
    void an_event_that_is_no_object_is_named_by_its_place_or_as_the_event() {
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> EventJson.read("[", "e1", null, ""))
                        .subject())
                .isEqualTo("event");
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> EventJson.read("[", "e1", null, "/events/0"))
                        .subject())
                .isEqualTo("events/0");
    }
}
