package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of bad input has its code and changes nothing. */
class BadInputTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant NOW = MONDAY.plus(Duration.ofDays(1));

    private final CaseRepository repository = new InMemoryCaseRepository();
    private final TestClock clock = new TestClock(NOW);
    private final ComplaintDesk desk = ComplaintDesk.under(TestRules.book())
            .repository(repository)
            .clock(clock)
            .open();

    @BeforeEach
    void one_case_with_one_event() {
        desk.receive(good("C-1").build());
        desk.handle("C-1", CaseEvent.of("e0", "COMPLAINT_REGISTERED", "FRONT", MONDAY));
    }

    private static Complaint.Builder good(String id) {
        return Complaint.received(id, MONDAY, "TELEPHONE").category("SERVICE");
    }

    private static CaseEvent event(String type, Map<String, Object> data) {
        return new CaseEvent("e1", type, "UNIT", "", MONDAY.plusSeconds(60), NOW, data);
    }

    private InvalidInputException refused(String code, ThrowingCallable call) {
        Contents before = Contents.of(repository, "C-1", "C-2");
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, call);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.subject()).isNotBlank();
        assertThat(refused.rule()).isNotBlank();
        assertThat(refused.wayOut()).isNotBlank();
        assertThat(Contents.of(repository, "C-1", "C-2")).isEqualTo(before);
        return refused;
    }

    static Stream<Arguments> complaints() {
        return Stream.of(
                Arguments.of("UNKNOWN_CODE", Complaint.received("C-2", MONDAY, "PIGEON")),
                Arguments.of("UNKNOWN_CODE", good("C-2").category("WEATHER")),
                Arguments.of("UNKNOWN_CODE", good("C-2").facts(List.of("NICE"))),
                Arguments.of("UNKNOWN_CODE", good("C-2").causes(List.of("FATE"))),
                Arguments.of("UNKNOWN_CODE", good("C-2").demands(List.of("MOON"))),
                Arguments.of(
                        "UNKNOWN_CODE",
                        good("C-2")
                                .complainant(new Complainant(
                                        "ROBOT", false, true, false, Personal.none(), Personal.none()))),
                Arguments.of("FUTURE_RECEIPT", Complaint.received("C-2", NOW.plusNanos(1), "TELEPHONE")),
                Arguments.of("SAME_ID_OTHER_CONTENT", good("C-1").complainantCount(2)),
                Arguments.of("SAME_ID_OTHER_CONTENT", good("C-1").text("other words")));
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void a_bad_complaint_is_refused(String code, Complaint.Builder complaint) {
        refused(code, () -> desk.receive(complaint.build()));
    }

    @Test
    void a_complaint_that_cannot_be_one_is_not_even_built() {
        refused("COMPLAINT_ID", () -> good(" ").build());
        refused("COMPLAINT_ID", () -> good("x".repeat(101)).build());
        refused(
                "NEGATIVE_AMOUNT",
                () -> good("C-2").claimedLoss(new BigDecimal("-0.01")).build());
        refused("COMPLAINANT_COUNT", () -> good("C-2").complainantCount(0).build());
    }

    @Test
    void a_receipt_before_all_calendars_is_refused() {
        for (Instant at : List.of(Instant.MIN, Instant.parse("-0001-01-01T00:00:00Z"))) {
            refused(
                    "RECEIPT_TOO_EARLY",
                    () -> desk.receive(
                            Complaint.received("C-2", at, "TELEPHONE").build()));
        }
        refused(
                "DAY_OUTSIDE_CALENDAR",
                () -> desk.receive(
                        Complaint.received("C-2", Instant.EPOCH, "TELEPHONE").build()));
    }

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of("UNKNOWN_CODE", event("RAIN", Map.of())),
                Arguments.of("UNKNOWN_CODE", event("FOLLOW_UP_DUE", Map.of())),
                Arguments.of("UNKNOWN_CODE", event("NOTE", Map.of("outcome", "NOBODY"))),
                Arguments.of("UNKNOWN_CODE", event("NOTE", Map.of("facts", List.of("MAJOR", "NICE")))),
                Arguments.of("SECOND_RECEIPT", event("COMPLAINT_RECEIVED", Map.of())),
                Arguments.of("NOT_ON_THE_CASE", event("NOTE", Map.of("deadline", "T-D02"))),
                Arguments.of("NOT_ON_THE_CASE", event("NOTE", Map.of("form", "F-2"))),
                Arguments.of("NOT_ON_THE_CASE", event("NOTE", Map.of("escalation", "T-E99"))),
                Arguments.of("NOT_ON_THE_CASE", event("DUTY_FULFILLED", Map.of("duty", "ARCHIVE"))),
                Arguments.of("NOT_ON_THE_CASE", event("NOTE", Map.of("round", 2))),
                Arguments.of("NOT_ON_THE_CASE", event("NOTE", Map.of("round", "0"))),
                Arguments.of("NOT_ON_THE_CASE", event("NOTE", Map.of("round", "99999999999"))),
                Arguments.of("EVENT_DATA", event("NOTE", Map.of("amount", "much"))),
                Arguments.of("EVENT_DATA", event("NOTE", Map.of("amount", -1))),
                Arguments.of("EVENT_DATA", event("NOTE", Map.of("count", Double.NaN))),
                Arguments.of("EVENT_DATA", event("NOTE", Map.of("count", 2.5))),
                Arguments.of("EVENT_DATA", event("NOTE", Map.of("count", 4_294_967_299L))),
                Arguments.of("EVENT_DATA", event("NOTE", Map.of("x", Map.of()))),
                Arguments.of("EVENT_DATA", event("NOTE", Map.of("x", List.of(List.of())))),
                Arguments.of("EVENT_DATA", event("NOTE", Map.of("x", MONDAY))),
                Arguments.of("EVENT_ID", CaseEvent.of(" ", "NOTE", "", MONDAY)),
                Arguments.of("EVENT_ID", CaseEvent.of("x".repeat(201), "NOTE", "", MONDAY)),
                Arguments.of("BEFORE_RECEIPT", CaseEvent.of("e1", "NOTE", "", MONDAY.minusNanos(1))),
                Arguments.of("FUTURE_EVENT", CaseEvent.of("e1", "NOTE", "", NOW.plusNanos(1))),
                Arguments.of("SAME_ID_OTHER_CONTENT", CaseEvent.of("e0", "NOTE", "FRONT", MONDAY)),
                Arguments.of("SAME_ID_OTHER_CONTENT", CaseEvent.of("e0", "COMPLAINT_REGISTERED", "UNIT", MONDAY)),
                Arguments.of("SAME_ID_OTHER_CONTENT", CaseEvent.of("C-1/received", "NOTE", "", MONDAY)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_bad_event_is_refused(String code, CaseEvent event) {
        refused(code, () -> desk.handle("C-1", event));
    }

    @Test
    void an_unknown_case_is_refused_whatever_is_asked_of_it() {
        CaseEvent event = event("NOTE", Map.of());

        refused("UNKNOWN_CASE", () -> desk.handle("C-2", event));
        refused("UNKNOWN_CASE", () -> desk.may("C-2", event));
        assertThat(desk.find("C-2")).isEmpty();
        assertThat(desk.find("C-2", NOW)).isEmpty();
    }

    @Test
    void an_intent_is_held_to_the_same_rules_but_may_lie_ahead() {
        refused("UNKNOWN_CODE", () -> desk.may("C-1", event("RAIN", Map.of())));
        refused("BEFORE_RECEIPT", () -> desk.may("C-1", CaseEvent.of("e1", "NOTE", "", MONDAY.minusNanos(1))));
        assertThat(desk.may("C-1", CaseEvent.of("e1", "NOTE", "", NOW.plus(Duration.ofDays(9))))
                        .allowed())
                .isTrue();
        assertThat(desk.may("C-1", CaseEvent.of("e1", "NOTE", "", Instant.MAX)).allowed())
                .isTrue();
    }

    @Test
    void nothing_happens_to_an_archived_case_but_what_had_happened_before_is_recorded() {
        clock.go(Duration.ofDays(1));
        Instant archived = clock.instant();
        for (String type : List.of("REPLIED_TO_CUSTOMER", "CLOSED_EVENT", "ARCHIVED_EVENT")) {
            desk.handle("C-1", CaseEvent.of(type, type, "UNIT", archived));
        }
        assertThat(desk.find("C-1").orElseThrow().state()).isEqualTo("ARCHIVED");

        refused("AFTER_ARCHIVED", () -> desk.handle("C-1", CaseEvent.of("e1", "NOTE", "", archived)));
        refused("AFTER_ARCHIVED", () -> desk.may("C-1", CaseEvent.of("e1", "NOTE", "", archived.plusSeconds(1))));
        desk.handle("C-1", CaseEvent.of("e1", "CONTACTED", "UNIT", archived.minusSeconds(1)));
        assertThat(desk.find("C-1").orElseThrow().state()).isEqualTo("ARCHIVED");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09, 2026-03-03",
        "2026-03-03, ",
        ", 2026-03-03",
        "2026-03-03T09:00+08:00, 2026-03-03T08:59+08:00",
        "2026-03-03, 2026-03-03T18:00+08:00",
        ","
    })
    void an_order_that_leaves_no_time_out_would_move_no_limit_and_is_refused(String from, String to) {
        Map<String, Object> data = new TreeMap<>();
        Optional.ofNullable(from).ifPresent(text -> data.put("from", text));
        Optional.ofNullable(to).ifPresent(text -> data.put("to", text));

        refused("EVENT_DATA", () -> desk.handle("C-1", event("TIME_LEFT_OUT", data)));
        refused("EVENT_DATA", () -> desk.may("C-1", event("TIME_LEFT_OUT", data)));
    }

    @Test
    void an_order_about_one_day_or_one_minute_is_taken() {
        for (String at : List.of("2026-03-03", "2026-03-03T09:00")) {
            assertThat(desk.may("C-1", event("TIME_LEFT_OUT", Map.of("from", at, "to", at)))
                            .allowed())
                    .isTrue();
        }
    }

    @Test
    void an_order_about_limits_names_a_pack_of_the_case_and_elsewhere_pack_is_a_word_of_the_host() {
        Map<String, Object> data = Map.of("pack", "X", "from", "2026-03-01", "to", "2026-03-02");

        assertThatThrownBy(() -> desk.handle("C-1", event("TIME_LEFT_OUT", data)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("pack");
        assertThat(desk.handle("C-1", event("NOTE", data)).effective()).isTrue();
    }
}
