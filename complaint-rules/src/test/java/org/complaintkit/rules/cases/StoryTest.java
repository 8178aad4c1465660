package org.complaintkit.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.analysis.TreeRuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line tells of a case, and which lines tell of none. */
class StoryTest {
    private static final String RECEIVED = "2025-03-03T10:00:00+08:00";
    private static final String COMPLAINT =
            "\"complaint\":{\"receivedAt\":\"" + RECEIVED + "\",\"channel\":\"LETTER\"}";

    private static String line(String more) {
        return "{\"id\":\"A\",\"packs\":[\"TST\"]," + COMPLAINT + more + "}";
    }

    private static Instant moment(String text) {
        return Instant.parse(text);
    }

    @Test
    void a_line_tells_packs_parameters_complaint_events_and_the_moment() {
        Story story = Story.read("{\"id\":\"A\",\"kind\":\"CASE\",\"title\":\"t\",\"cites\":[],\"expect\":{},"
                + "\"packs\":[\"TST\",\"CBR\"],\"params\":{\"tst.loss\":5,\"tst.department\":\"LEGAL\"}," + COMPLAINT
                + ",\"events\":[{\"at\":\"2025-03-05T10:00:00+08:00\",\"type\":\"REPLIED_TO_CUSTOMER\",\"by\":\"LEGAL\"},"
                + "{\"at\":\"2025-03-04T10:00:00+08:00\",\"type\":\"COMPLAINT_REGISTERED\"}],"
                + "\"asOf\":\"2025-03-04T12:00:00+08:00\"}");
        assertThat(story.id()).isEqualTo("A");
        assertThat(story.packs()).containsExactly("TST", "CBR");
        assertThat(story.parameters())
                .isEqualTo(Map.of("tst.loss", "5", "tst.department", "LEGAL"))
                .isUnmodifiable();
        assertThat(story.complaint().channel()).isEqualTo("LETTER");
        assertThat(story.complaint().receivedAt()).isEqualTo(moment("2025-03-03T02:00:00Z"));
        assertThat(story.events())
                .extracting(CaseEvent::id, CaseEvent::type, CaseEvent::by)
                .as("in the order in which it happened, each with a name by its place in the line")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("e1", "COMPLAINT_REGISTERED", ""),
                        org.assertj.core.groups.Tuple.tuple("e0", "REPLIED_TO_CUSTOMER", "LEGAL"));
        assertThat(story.asOf()).isEqualTo(moment("2025-03-04T04:00:00Z"));
    }

    @Test
    void without_a_moment_one_looks_at_the_last_event_and_never_before_the_receipt() {
        assertThat(Story.read(line("")).asOf()).isEqualTo(moment("2025-03-03T02:00:00Z"));
        assertThat(Story.read(line(",\"events\":[{\"at\":\"2025-03-05T10:00:00+08:00\",\"type\":\"CONTACTED\"},"
                                + "{\"at\":\"2025-03-04T10:00:00+08:00\",\"type\":\"CONTACTED\"}]"))
                        .asOf())
                .isEqualTo(moment("2025-03-05T02:00:00Z"));
        assertThat(Story.read(line(",\"events\":[{\"at\":\"2025-03-01T10:00:00+08:00\",\"type\":\"CONTACTED\"}]"))
                        .asOf())
                .isEqualTo(moment("2025-03-03T02:00:00Z"));
    }

    @Test
    void a_whole_number_names_a_case_too() {
        assertThat(Story.read(line("").replace("\"A\"", "17")).id()).isEqualTo("17");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                     | MALFORMED_JSON | ``",
                "[]                                                     | MALFORMED_JSON | ``",
                "{\"id\":\"A\"                                          | MALFORMED_JSON | ``",
                "{\"id\":\"A\"} {}                                      | MALFORMED_JSON | ``",
                "{\"id\":\"A\",\"id\":\"B\"}                            | MALFORMED_JSON | ``",
                "{\"id\":\"A\",\"colour\":1}                            | UNKNOWN_FIELD  | /colour",
                "{\"id\":\"A\",\"kind\":\"REPORT\"}                     | UNKNOWN_CODE   | /kind",
                "{\"packs\":[\"TST\"]}                                  | MISSING_FIELD  | /id",
                "{\"id\":1.5}                                           | MISSING_FIELD  | /id",
                "{\"id\":\"A\"}                                         | MISSING_FIELD  | /complaint",
                "{\"id\":\"A\",\"complaint\":7}                         | MISSING_FIELD  | /complaint",
            })
    void what_is_no_line_about_a_case_is_refused_at_its_place(String line, String code, String at) {
        assertThatThrownBy(() -> Story.read(line)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.at()).isEqualTo(at);
            assertThat(e.subject()).isEqualTo(at.isEmpty() ? "line" : at.substring(1));
        });
    }

    @Test
    void packs_and_a_moment_with_its_offset_are_asked_for() {
        assertThatThrownBy(() -> Story.read(line("").replace("[\"TST\"]", "[]")))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.at()).isEqualTo("/packs"));
        assertThatThrownBy(() -> Story.read(line(",\"asOf\":\"2025-03-04\"")))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.at()).isEqualTo("/asOf"));
        assertThatThrownBy(() -> Story.read(line(",\"events\":[{\"at\":\"now\",\"type\":\"CONTACTED\"}]")))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.at()).startsWith("/events/0"));
    }

    @Test
    void a_stored_case_gives_the_story_that_was_told_without_what_the_desk_added() {
        CheckedPack pack = PackReader.read(TestPack.good().files());
        TreeRuleBook book = TreeRuleBook.of(pack.policy(), pack.rules()).with(Map.of("tst.loss", "7"));
        Story told = Story.read(
                line(",\"params\":{\"tst.loss\":7},\"events\":[{\"at\":\"2025-03-04T10:00:00+08:00\",\"type\":"
                        + "\"COMPLAINT_REGISTERED\",\"by\":\"LEGAL\"}],\"asOf\":\"2025-03-06T10:00:00+08:00\""));
        ComplaintDesk desk = ComplaintDesk.under(book)
                .clock(Clock.fixed(told.asOf(), ZoneOffset.UTC))
                .open();
        desk.receive(told.complaint());
        told.events().forEach(event -> desk.handle("A", event));
        Case stands = desk.find("A", told.asOf()).orElseThrow();
        assertThat(stands.events()).hasSizeGreaterThan(1);
        List<CaseEvent> recorded = told.events().stream()
                .map(event -> new CaseEvent(
                        event.id(),
                        event.type(),
                        event.by(),
                        event.person(),
                        event.occurredAt(),
                        told.asOf(),
                        event.data()))
                .toList();
        assertThat(Story.of(stands))
                .isEqualTo(new Story(told.packs(), told.parameters(), told.complaint(), recorded, told.asOf()));
        assertThat(List.copyOf(Story.of(stands).parameters().values())).containsExactly("7");
    }
}
