package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.complaintkit.duty.Finding;
import org.complaintkit.fixture.TestClocks;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.model.Complaint;
import org.junit.jupiter.api.Test;

/** A clock that may be extended and may stand still: thirty days, at most sixty, received on 2 March 2026. */
class PausedExtensionTest {
    private static final String APPRAISAL = "CONTACTED to FORM_RETURNED";

    private record Told(List<CaseEvent> events) {}

    private static Told told(CaseEvent... events) {
        return new Told(List.of(events));
    }

    private static TestClocks clocks(String pausedInto) {
        return TestClocks.none()
                .deadline("T-D03")
                .cell("limit", "30 working days")
                .deadline("T-D01")
                .cell("ends_handling", "yes")
                .cell("limit", "30 days")
                .cell("paused_by", APPRAISAL)
                .granted("T-D02")
                .cell("paused_by", pausedInto)
                .extension("T-D01", "T-D02", "60 days", "T-D03");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse("2026-" + local).atZone(TestPolicy.ZONE).toInstant();
    }

    private static CaseEvent event(String local, String type, Map<String, Object> data) {
        return new CaseEvent(type + local, type, "LEADER", "", at(local), at(local), data);
    }

    private static CaseEvent stop(String local) {
        return event(local, "CONTACTED", Map.of());
    }

    private static CaseEvent runOn(String local) {
        return event(local, "FORM_RETURNED", Map.of());
    }

    private static Told extension(String local, String newLimit) {
        return told(
                event(local + "T09:00", "EXTENSION_GRANTED", Map.of("newLimit", newLimit, "ground", "COMPLEX")),
                event(local + "T10:00", "NOTE", Map.of("via", "EMAIL", "contents", List.of("limit", "reason"))));
    }

    private static Case after(TestClocks clocks, String asOf, Told... events) {
        Lifecycle lifecycle = clocks.lifecycle();
        Case value = lifecycle
                .receive(Complaint.received("C-1", at("03-02T10:00"), "TELEPHONE")
                        .build())
                .now();
        for (CaseEvent event :
                Arrays.stream(events).flatMap(each -> each.events().stream()).toList()) {
            value = lifecycle.handle(value, event).now();
        }
        return lifecycle.advance(value, at(asOf)).now();
    }

    private static String limit(Case value, String id) {
        return value.deadlines().stream()
                .filter(deadline -> deadline.id().equals(id))
                .map(deadline -> deadline.limit().toText(TestPolicy.ZONE) + " " + deadline.state(value.advancedTo()))
                .findFirst()
                .orElse("none");
    }

    private static String most(Case value) {
        return value.maximumLimit().orElseThrow().toText(TestPolicy.ZONE);
    }

    private static List<String> findings(Case value) {
        return value.findings().stream().map(Finding::code).toList();
    }

    @Test
    void a_pause_before_the_grant_moves_the_limit_and_the_cap_and_the_date_granted_has_it_already() {
        Told pause = told(stop("03-10T09:00"), runOn("03-20T09:00"));
        Case now = after(clocks(APPRAISAL), "04-10T12:00", pause, extension("04-09", "2026-05-11"));
        assertThat(limit(now, "T-D01")).isEqualTo("2026-04-11 SUPERSEDED");
        assertThat(limit(now, "T-D02")).isEqualTo("2026-05-11 OPEN");
        assertThat(most(now)).isEqualTo("2026-05-11");
        assertThat(findings(now)).isEmpty();
    }

    @Test
    void one_day_over_the_cap_that_the_pause_has_moved_is_too_long() {
        Told pause = told(stop("03-10T09:00"), runOn("03-20T09:00"));
        Case now = after(clocks(APPRAISAL), "04-09T12:00", pause, extension("04-09", "2026-05-12"));
        assertThat(limit(now, "T-D02")).isEqualTo("none");
        assertThat(findings(now)).containsExactly("EXT_TOO_LONG");
    }

    @Test
    void a_pause_after_the_grant_moves_the_date_granted_and_the_cap() {
        Told pause = told(stop("04-10T09:00"), runOn("04-20T09:00"));
        Case now = after(clocks(APPRAISAL), "05-11T12:00", extension("03-25", "2026-05-01"), pause);
        assertThat(limit(now, "T-D01")).isEqualTo("2026-04-01 SUPERSEDED");
        assertThat(limit(now, "T-D02")).isEqualTo("2026-05-11 OPEN");
        assertThat(most(now)).isEqualTo("2026-05-11");
    }

    @Test
    void a_pause_that_the_table_does_not_name_for_the_extension_moves_the_cap_alone() {
        Told pause = told(stop("04-10T09:00"), runOn("04-20T09:00"));
        Case now = after(clocks(""), "05-02T12:00", extension("03-25", "2026-05-01"), pause);
        assertThat(limit(now, "T-D02")).isEqualTo("2026-05-01 BREACHED");
        assertThat(most(now)).isEqualTo("2026-05-11");
    }

    @Test
    void a_grant_during_a_pause_is_held_against_what_is_known_and_the_rest_of_the_pause_moves_it() {
        Told grant = extension("03-30", "2026-05-11");
        Case open = after(clocks(APPRAISAL), "04-20T12:00", told(stop("03-20T09:00")), grant);
        assertThat(limit(open, "T-D02")).isEqualTo("never OPEN");
        assertThat(most(open)).isEqualTo("never");
        assertThat(findings(open)).isEmpty();

        Told again = extension("03-30", "2026-05-11");
        Told end = told(runOn("04-05T09:00"));
        Case over = after(clocks(APPRAISAL), "04-20T12:00", told(stop("03-20T09:00")), again, end);
        assertThat(limit(over, "T-D02")).isEqualTo("2026-05-17 OPEN");
        assertThat(most(over)).isEqualTo("2026-05-17");

        Case tooLong =
                after(clocks(APPRAISAL), "03-30T12:00", told(stop("03-20T09:00")), extension("03-30", "2026-05-12"));
        assertThat(findings(tooLong)).containsExactly("EXT_TOO_LONG");
    }

    @Test
    void a_pause_across_the_cap_moves_it_by_all_its_days() {
        Told pause = told(stop("04-25T09:00"), runOn("05-10T09:00"));
        Case now = after(clocks(APPRAISAL), "05-16T12:00", extension("03-25", "2026-05-01"), pause);
        assertThat(limit(now, "T-D02")).isEqualTo("2026-05-16 OPEN");
        assertThat(most(now)).isEqualTo("2026-05-16");
    }

    @Test
    void a_pause_that_begins_after_the_limit_moves_nothing() {
        Told pause = told(stop("05-02T09:00"), runOn("05-10T09:00"));
        Case now = after(clocks(APPRAISAL), "05-16T12:00", extension("03-25", "2026-05-01"), pause);
        assertThat(limit(now, "T-D02")).isEqualTo("2026-05-01 BREACHED");
        assertThat(most(now)).isEqualTo("2026-05-01");
    }

    @Test
    void a_further_extension_counts_from_where_the_pause_has_moved_the_first() {
        Told pause = told(stop("04-10T09:00"), runOn("04-20T09:00"));
        Case now = after(
                clocks(APPRAISAL),
                "04-26T12:00",
                extension("03-25", "2026-04-20"),
                pause,
                extension("04-25", "2026-05-11"));
        assertThat(limit(now, "T-D02")).isEqualTo("2026-05-11 OPEN");
        assertThat(findings(now)).isEmpty();
        Told samePause = told(stop("04-10T09:00"), runOn("04-20T09:00"));
        Case earlier = after(
                clocks(APPRAISAL),
                "04-26T12:00",
                extension("03-25", "2026-04-20"),
                samePause,
                extension("04-25", "2026-04-30"));
        assertThat(findings(earlier)).containsExactly("EXT_NOT_LATER");
    }

    @Test
    void what_moves_along_moves_by_the_days_granted_and_not_by_the_pause_again() {
        Case without = after(clocks(APPRAISAL), "04-26T12:00", extension("03-25", "2026-05-01"));
        Told pause = told(stop("04-10T09:00"), runOn("04-20T09:00"));
        Case with = after(clocks(APPRAISAL), "04-26T12:00", extension("03-25", "2026-05-01"), pause);
        assertThat(limit(with, "T-D03")).isEqualTo(limit(without, "T-D03"));
    }

    @Test
    void an_order_that_comes_after_the_grant_moves_it_whatever_time_it_leaves_out() {
        CaseEvent order = event("04-15T09:00", "TIME_LEFT_OUT", Map.of("from", "2026-03-10", "to", "2026-03-19"));
        Case now = after(clocks(""), "04-26T12:00", extension("03-25", "2026-05-01"), told(order));
        assertThat(limit(now, "T-D02")).isEqualTo("2026-05-11 OPEN");
        assertThat(most(now)).isEqualTo("2026-05-11");
    }

    @Test
    void of_an_order_that_the_grant_knew_only_the_days_to_come_move_it() {
        CaseEvent order = event("03-20T09:00", "TIME_LEFT_OUT", Map.of("from", "2026-03-16", "to", "2026-03-29"));
        Case now = after(clocks(""), "04-26T12:00", told(order), extension("03-25", "2026-05-11"));
        assertThat(limit(now, "T-D02")).isEqualTo("2026-05-15 OPEN");
        assertThat(most(now)).isEqualTo("2026-05-15");
    }

    @Test
    void an_instant_that_was_granted_moves_by_the_minute() {
        Told pause = told(stop("04-10T09:00"), runOn("04-12T10:30"));
        Case now = after(clocks(APPRAISAL), "04-26T12:00", extension("03-25", "2026-05-01T12:00:30+08:00"), pause);
        assertThat(limit(now, "T-D02")).isEqualTo("2026-05-03T13:30:30+08:00 OPEN");
    }
}
