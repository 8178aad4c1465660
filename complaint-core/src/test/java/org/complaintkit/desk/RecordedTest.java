package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestGuards;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.Safeguards;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When something was learned of: by the desk's clock, unless the event knows better; what was known then goes by it. */
class RecordedTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-03-06T01:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-10T01:00:00Z");
    private static final String REPLIED = "REPLIED_TO_CUSTOMER";

    private final InMemoryCaseRepository repository = new InMemoryCaseRepository();
    private final TestClock clock = new TestClock(TUESDAY);
    private final ComplaintDesk desk = ComplaintDesk.under(TestGuards.book(Safeguards.NONE, false))
            .repository(repository)
            .clock(clock)
            .reporting("BANK-1", LocalDate.of(2026, 1, 1))
            .open();

    RecordedTest() {
        receive("C-1", "Li");
    }

    private void receive(String id, String name) {
        desk.receive(Complaint.received(id, MONDAY, "TELEPHONE")
                .category("SERVICE")
                .complainant(new Complainant("INDIVIDUAL", false, true, false, Personal.of(name), Personal.none()))
                .build());
    }

    private static CaseEvent replied(Instant happened, Instant recorded) {
        return new CaseEvent("r", REPLIED, "UNIT", "", happened, recorded, Map.of());
    }

    private Case known(Instant owed, Instant known) {
        return desk.find("C-1", owed, known).orElseThrow();
    }

    private Instant recorded(String caseId, String eventId) {
        return repository
                .load(caseId)
                .orElseThrow()
                .value()
                .event(eventId)
                .orElseThrow()
                .recordedAt();
    }

    @Test
    void what_is_told_late_was_not_known_before_though_the_event_does_not_say_so() {
        desk.handle("C-1", CaseEvent.of("r", REPLIED, "UNIT", FRIDAY.minusSeconds(3600)));

        assertThat(recorded("C-1", "r")).isEqualTo(TUESDAY);
        assertThat(known(FRIDAY, FRIDAY).state()).isEqualTo("RECEIVED");
        assertThat(known(FRIDAY, TUESDAY.minusNanos(1)).state()).isEqualTo("RECEIVED");
        assertThat(known(FRIDAY, TUESDAY).state()).isEqualTo("REPLIED");
        assertThat(desk.find("C-1", FRIDAY).orElseThrow().state()).isEqualTo("REPLIED");
    }

    @Test
    void an_order_that_is_dated_back_does_not_rewrite_what_was_known() {
        Map<String, Object> time = Map.of("from", "2026-03-03", "to", "2026-03-09");
        desk.handle("C-1", new CaseEvent("o", "TIME_LEFT_OUT", "REGULATOR", "", MONDAY, MONDAY, time));

        assertThat(limit(known(FRIDAY, FRIDAY))).isEqualTo("2026-03-05");
        assertThat(limit(known(FRIDAY, TUESDAY))).isEqualTo("2026-03-12");
    }

    private static LocalDate limit(Case value) {
        return value.effective().orElseThrow().limit().day();
    }

    @Test
    void what_the_event_says_itself_is_kept() {
        desk.handle("C-1", replied(FRIDAY.minusSeconds(3600), FRIDAY));

        assertThat(recorded("C-1", "r")).isEqualTo(FRIDAY);
        assertThat(known(FRIDAY, FRIDAY.minusNanos(1)).state()).isEqualTo("RECEIVED");
        assertThat(known(FRIDAY, FRIDAY).state()).isEqualTo("REPLIED");
    }

    @ParameterizedTest
    @CsvSource({"2999-01-01T00:00:00Z", "2026-03-10T01:00:00.000000001Z", "2026-03-05T23:59:59Z", "2026-01-01T00:00:00Z"
    })
    void what_was_learned_of_after_now_or_before_it_happened_is_refused(Instant recorded) {
        Contents before = Contents.of(repository, "C-1");

        assertThatThrownBy(() -> desk.handle("C-1", replied(Instant.parse("2026-03-06T00:00:00Z"), recorded)))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.code()).isEqualTo("RECORDED_AT");
                    assertThat(e.subject()).isEqualTo("event.recordedAt");
                });
        assertThat(Contents.of(repository, "C-1")).isEqualTo(before);
    }

    @Test
    void one_told_again_keeps_the_time_of_the_first_and_is_not_looked_at_for_it() {
        desk.handle("C-1", replied(FRIDAY, FRIDAY));
        Contents before = Contents.of(repository, "C-1");
        clock.go(Duration.ofDays(1));
        desk.handle("C-1", replied(FRIDAY, FRIDAY));
        desk.handle("C-1", replied(FRIDAY, Instant.MAX));

        assertThat(Contents.of(repository, "C-1")).isEqualTo(before);
    }

    @Test
    void whoever_asks_about_what_lies_ahead_need_not_say_when_he_learned_of_it() {
        assertThat(desk.may("C-1", replied(TUESDAY.plusSeconds(9), TUESDAY)).allowed())
                .isTrue();
    }

    @Test
    void both_cases_of_a_merger_learn_of_it_at_the_desks_clock_and_of_its_end_as_well() {
        receive("C-2", "Wang");
        desk.merge("C-2", "C-1", CaseEvent.of("m", "NOTE", "LEADER", FRIDAY));
        clock.go(Duration.ofHours(1));
        desk.unmerge("C-2", CaseEvent.of("u", "NOTE", "LEADER", TUESDAY));

        assertThat(List.of(recorded("C-1", "m/joined"), recorded("C-2", "m"))).containsOnly(TUESDAY);
        assertThat(List.of(recorded("C-1", "u/parted"), recorded("C-2", "u"))).containsOnly(clock.instant());
    }

    @Test
    void a_report_is_filed_when_the_desk_learns_of_it() {
        clock.set(TUESDAY.plus(Duration.ofDays(40)));
        Map<String, Object> what = Map.of("report", "T-R01", "period", "2026-03");
        Instant at = Instant.parse("2026-04-02T04:00:00Z");
        CaseEvent filing = new CaseEvent("f", "REPORT_FILED", "UNIT", "", at, at, what);
        String key = desk.reports().filed("BANK-1", filing).key().text();

        assertThat(recorded(key, "f")).isEqualTo(clock.instant());
    }

    @Test
    void all_that_is_known_can_be_asked_for() {
        desk.handle("C-1", CaseEvent.of("r", REPLIED, "UNIT", FRIDAY));

        assertThat(known(TUESDAY, Instant.MAX)).isEqualTo(known(TUESDAY, TUESDAY));
        assertThat(known(TUESDAY, Instant.parse("+1000000000-12-31T23:59:59.999999999Z"))
                        .events())
                .hasSize(2);
        assertThat(known(Instant.MAX, Instant.MAX).state()).isEqualTo("FOLLOWING_UP");
    }

    @Test
    void what_was_put_into_a_case_before_keeps_what_it_says() {
        Case value = ComplaintDesk.under(TestRules.book())
                .rehearsal()
                .of(
                        Complaint.received("C-9", MONDAY, "TELEPHONE").build(),
                        List.of(replied(FRIDAY, FRIDAY), CaseEvent.of("n", "NOTE", "", TUESDAY)),
                        TUESDAY);

        assertThat(value.events()).extracting(CaseEvent::recordedAt).containsExactly(MONDAY, FRIDAY, TUESDAY);
    }
}
