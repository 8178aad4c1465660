package org.complaintkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.CountedDay;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.WorkingCalendar;
import org.complaintkit.calendar.check.ProofChecker;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.model.Personal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredCaseJsonTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-02T01:00:00.123456789Z");
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(List.of(TestRules.book()), CalendarRegistry.standard(), Organisation.UNKNOWN);

    /** A case in which every part of the model holds something. */
    private static Case rich() {
        Complaint complaint = Complaint.received("C-1", RECEIVED, "GOVERNMENT")
                .receivedBy("FRONT")
                .complainant(new Complainant(
                        "INDIVIDUAL", false, true, true, Personal.of("\u5f20\u4e09"), Personal.of("\uD83D\uDCDE 1")))
                .category("SERVICE")
                .category("PRODUCT")
                .facts(List.of("MEDIA_CONTACT"))
                .causes(List.of("ERROR"))
                .demands(List.of("APOLOGY"))
                .claimedLoss(new BigDecimal("1234.50"))
                .complainantCount(3)
                .given("formIssued", RECEIVED)
                .given("sequence", 7)
                .given("requestedAmount", new BigDecimal("1E+3"))
                .given("forwarderDate", LocalDate.of(2026, 3, 1))
                .given("attachments", List.of("a", 1, true))
                .given("hits", 12_345_678_901L)
                .given("share", 0.1)
                .given("serial", new BigInteger("123456789012345678901234567890"))
                .text("\u0000 \uD83D\uDE21 \u2028 \"quoted\"\n")
                .about("Outlet 12", "teller-7")
                .build();
        Case value = LIFECYCLE.receive(complaint).now();
        value = LIFECYCLE
                .handle(value, event("e1", "EXTENSION_GRANTED", "2026-03-03T02:00:00Z", Map.of()))
                .now();
        value = LIFECYCLE
                .advance(value, Instant.parse("2026-03-20T02:00:00.000000001Z"))
                .now();
        value = LIFECYCLE
                .handle(value, event("e2", "REPLIED_TO_CUSTOMER", "2026-03-21T02:00:00Z", Map.of("note", "sp\u00e4t")))
                .now();
        value = LIFECYCLE
                .handle(value, event("e3", "REPEAT_RECEIVED", "2026-03-22T02:00:00Z", Map.of("count", 4)))
                .now();
        return LIFECYCLE.advance(value, Instant.parse("2026-03-24T02:00:00Z")).now();
    }

    private static CaseEvent event(String id, String type, String at, Map<String, Object> data) {
        return new CaseEvent(
                id, type, "UNIT", "p-1", Instant.parse(at), Instant.parse(at).plusNanos(1), data);
    }

    private static String fixture() {
        try (InputStream in = StoredCaseJsonTest.class.getResourceAsStream("stored-case-1.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_case_with_every_part_comes_back_equal_types_of_numbers_included() {
        Case value = rich();
        Case read = StoredCaseJson.read(StoredCaseJson.write(value, "")).value();

        assertThat(read).isEqualTo(value);
        assertThat(read.complaint().claimedLoss().toString()).isEqualTo("1234.50");
        assertThat(List.copyOf(read.complaint().given().values()))
                .isEqualTo(List.copyOf(value.complaint().given().values()));
        assertThat(value.previousDeadlines()).isNotEmpty();
        assertThat(value.escalations()).isNotEmpty();
        assertThat(value.warnings()).isNotEmpty();
        assertThat(value.withoutEffect()).isNotEmpty();
        assertThat(value.findings()).isNotEmpty();
        assertThat(value.prohibitions()).isNotEmpty();
    }

    @Test
    void a_limit_beyond_the_published_days_keeps_all_its_bounds() {
        Case value = LIFECYCLE
                .receive(Complaint.received("C-2", Instant.parse("2026-12-24T01:00:00Z"), "TELEPHONE")
                        .receivedBy("FRONT")
                        .category("SERVICE")
                        .build())
                .now();

        assertThat(value.deadlines())
                .anySatisfy(deadline -> assertThat(deadline.due().proof().forecast())
                        .isNotNull()
                        .isEqualTo(deadline.due().forecast()));
        assertThat(StoredCaseJson.read(StoredCaseJson.write(value, "")).value()).isEqualTo(value);
    }

    /**
     * The file was written by version 0.1 and never changes: what was stored once is readable for ever. A part that is new
     * in the model gets a line in {@code Shape.ABSENT}, with the value that old texts stand for.
     */
    @Test
    void a_case_stored_by_version_0_1_is_readable_for_ever() {
        StoredCaseJson.Content content = StoredCaseJson.read(fixture());
        Case value = content.value();

        assertThat(content.newer()).isEmpty();
        assertThat(value.id()).isEqualTo("C-1");
        assertThat(value.complaint()).isEqualTo(rich().complaint());
        assertThat(value.events()).hasSize(4);
        assertThat(value.event("e2").orElseThrow().values("note")).containsExactly("sp\u00e4t");
        assertThat(value.round()).isEqualTo(2);
        assertThat(value.deadlines())
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(each.due().proof().zone().getId()).isEqualTo("Asia/Shanghai"));
        assertThat(value.withoutEffect()).containsExactly("e1");
        assertThat(StoredCaseJson.read(StoredCaseJson.write(value, "")).value()).isEqualTo(value);
    }

    /** Its counted days have no reasons yet. */
    @Test
    void the_proofs_of_a_case_stored_by_version_0_1_hold_for_ever() {
        WorkingCalendar china = CalendarRegistry.standard().get("CN");

        assertThat(StoredCaseJson.read(fixture()).value().deadlines())
                .extracting(each -> each.due().proof())
                .allSatisfy(
                        proof -> assertThat(ProofChecker.faults(proof, china)).isEmpty())
                .anySatisfy(proof -> assertThat(proof.counted())
                        .isNotEmpty()
                        .allMatch(day -> day.why().equals(CountedDay.UNRECORDED)));
    }

    @Test
    void fields_of_a_newer_version_are_kept_in_their_places() {
        String newer = fixture()
                .replaceFirst("\\{", "{\"mood\":{\"a\":[1,2.50]},")
                .replace("\"round\":2,\"state\"", "\"round\":2,\"colour\":\"blue\",\"state\"")
                .replace("{\"id\":\"e2\",", "{\"id\":\"e2\",\"weather/~\":\"rain\",")
                .replace("\"facts\":{", "\"phase\":null,\"facts\":{");
        StoredCaseJson.Content content = StoredCaseJson.read(newer);

        assertThat(content.value()).isEqualTo(StoredCaseJson.read(fixture()).value());
        String back = StoredCaseJson.write(content.value(), content.newer());
        assertThat(back).contains("\"mood\":{\"a\":[1,2.50]}", "\"colour\":\"blue\"", "\"weather/~\":\"rain\"");
        assertThat(StoredCaseJson.read(back)).isEqualTo(content);
        assertThat(content.toString()).doesNotContain("blue", "rain");
    }

    @Test
    void a_newer_field_finds_its_item_again_when_the_list_has_changed() {
        StoredCaseJson.Content content =
                StoredCaseJson.read(fixture().replace("{\"id\":\"e2\",", "{\"id\":\"e2\",\"weather\":\"rain\","));
        Case later = LIFECYCLE
                .handle(StoredCaseJson.read(fixture()).value(), event("e0", "NOTE", "2026-03-02T02:00:00Z", Map.of()))
                .now();

        String back = StoredCaseJson.write(later, content.newer());

        assertThat(back).contains("{\"note\":\"spät\"},\"weather\":\"rain\"}").doesNotContain("unplaced");
        assertThat(StoredCaseJson.read(back).newer()).isEqualTo(content.newer());
    }

    @Test
    void a_newer_field_whose_place_is_gone_waits() {
        Case fresh = LIFECYCLE
                .receive(Complaint.received("C-1", RECEIVED, "TELEPHONE").build())
                .now();
        String newer = "{\"/events/id=gone/weather\":\"rain\"}";

        String back = StoredCaseJson.write(fresh, newer);

        assertThat(StoredCaseJson.read(back)).isEqualTo(new StoredCaseJson.Content(fresh, newer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"format\":1}",
                "{\"format\":\"1\"}",
                "{\"format\":0}",
                "{\"format\":2}",
                "{\"format\":1,\"format\":1}",
                "{\"format\":1,\"complaint\":{\"id\":\"C-1\"}}",
                "{\"format\":1,\"complaint\":null}"
            })
    void what_is_no_stored_case_is_refused_with_the_typed_error(String text) {
        assertThatThrownBy(() -> StoredCaseJson.read(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void any_field_that_is_cut_out_or_mistyped_is_refused_with_its_place_and_without_its_value() {
        String text = fixture();
        assertThatThrownBy(() -> StoredCaseJson.read(text.replace("\"round\":2", "\"round\":\"teller-7\"")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/round")
                .hasMessageNotContaining("teller-7");
        assertThatThrownBy(() -> StoredCaseJson.read(text.replace("\"engine\":", "\"motor\":")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/engine");
        assertThatThrownBy(() -> StoredCaseJson.read(text.replace("2026-03-02T01:00:00.123456789Z", "teller-7")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/complaint/receivedAt")
                .hasMessageNotContaining("teller-7");
    }

    @Test
    void a_value_that_no_store_could_give_back_is_refused_before_it_is_stored() {
        Case value = LIFECYCLE
                .receive(Complaint.received("C-1", RECEIVED, "TELEPHONE")
                        .given("formIssued", new Object())
                        .build())
                .now();
        assertThatThrownBy(() -> StoredCaseJson.write(value, ""))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("UNSTORABLE_VALUE");
    }

    @Test
    void a_number_far_out_of_all_use_stays_short() {
        CaseEvent event = event("e1", "NOTE", "2026-03-03T00:00:00Z", Map.of("x", new BigDecimal("1E+999999999")));
        Case value = LIFECYCLE
                .handle(
                        LIFECYCLE
                                .receive(Complaint.received("C-1", RECEIVED, "TELEPHONE")
                                        .build())
                                .now(),
                        event)
                .now();
        assertThat(StoredCaseJson.read(StoredCaseJson.write(value, "")).value()).isEqualTo(value);
    }
}
