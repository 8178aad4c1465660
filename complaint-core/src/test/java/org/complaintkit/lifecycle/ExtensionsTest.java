package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.Course.after;
import static org.complaintkit.fixture.Course.event;
import static org.complaintkit.fixture.Course.findings;
import static org.complaintkit.fixture.Course.limits;

import java.util.List;
import java.util.Map;
import org.complaintkit.fixture.TestClocks;
import org.junit.jupiter.api.Test;

/** Which decision on an extension counts, which notice belongs to it, and what moves along. */
class ExtensionsTest {
    private static TestClocks clocks() {
        return TestClocks.none()
                .deadline("T-D03")
                .cell("limit", "5 working days")
                .cell("end", "CONTACTED")
                .deadline("T-D01")
                .cell("ends_handling", "yes")
                .cell("limit", "15 working days")
                .granted("T-D02")
                .extension("T-D01", "T-D02", "60 working days", "T-D03");
    }

    private static CaseEvent grant(String local, String newLimit, String ground) {
        return event(local, "EXTENSION_GRANTED", Map.of("newLimit", newLimit, "ground", ground));
    }

    private static CaseEvent notice(String local, String... contents) {
        return event(local, "NOTE", Map.of("via", "LETTER", "contents", List.of(contents)));
    }

    private static final CaseEvent GRANT = grant("03-05T09:00", "2026-04-10", "COMPLEX");

    @Test
    void a_notice_before_the_decision_tells_nobody_of_it() {
        Case now = after(clocks(), "03-06T00:00", notice("03-04T09:00", "limit", "reason"), GRANT);

        assertThat(limits(now)).contains("T-D01 2026-03-23 OPEN").noneMatch(each -> each.startsWith("T-D02"));
    }

    @Test
    void a_notice_after_a_second_decision_tells_of_that_one_alone() {
        Case now = after(
                clocks(),
                "03-12T00:00",
                GRANT,
                grant("03-10T09:00", "2026-04-20", "COMPLEX"),
                notice("03-11T09:00", "limit", "reason"));

        assertThat(limits(now))
                .filteredOn(each -> !each.startsWith("T-D03"))
                .containsExactlyInAnyOrder("T-D01 2026-03-23 SUPERSEDED", "T-D02 2026-04-20 OPEN");
    }

    @Test
    void a_notice_that_lists_its_contents_must_have_them_all_and_one_that_does_not_is_believed() {
        Case lacking = after(clocks(), "03-07T00:00", GRANT, notice("03-06T09:00", "limit"));
        Case silent = after(clocks(), "03-07T00:00", GRANT, event("03-06T09:00", "NOTE", Map.of("via", "LETTER")));

        assertThat(limits(lacking)).contains("T-D01 2026-03-23 OPEN");
        assertThat(limits(silent)).contains("T-D01 2026-03-23 SUPERSEDED", "T-D02 2026-04-10 OPEN");
    }

    @Test
    void a_decision_after_the_answer_is_about_nothing() {
        Case now = after(
                clocks(),
                "03-10T00:00",
                event("03-05T09:00", "REPLIED_TO_CUSTOMER"),
                grant("03-06T09:00", "2026-04-10", "BUSY"));

        assertThat(findings(now)).isEmpty();
        assertThat(limits(now)).contains("T-D01 2026-03-23 MET");
    }

    @Test
    void an_answer_within_the_extended_limit_is_in_time() {
        Case now = after(
                clocks(),
                "04-02T00:00",
                GRANT,
                notice("03-06T09:00", "limit", "reason"),
                event("04-01T09:00", "REPLIED_TO_CUSTOMER"));

        assertThat(limits(now)).contains("T-D01 2026-03-23 SUPERSEDED", "T-D02 2026-04-10 MET");
        assertThat(findings(now)).isEmpty();
    }

    @Test
    void what_was_over_before_the_extension_counted_does_not_move_along() {
        CaseEvent late = grant("03-12T09:00", "2026-04-10", "COMPLEX");
        CaseEvent told = notice("03-13T09:00", "limit", "reason");

        assertThat(limits(after(clocks(), "03-14T00:00", late, told))).contains("T-D03 2026-03-09 BREACHED");
        assertThat(limits(after(clocks(), "03-14T00:00", event("03-04T09:00", "CONTACTED"), late, told)))
                .contains("T-D03 2026-03-09 MET");
    }

    @Test
    void a_decision_that_names_one_of_two_limits_of_a_pack_extends_that_one_alone() {
        TestClocks two = clocks().deadline("T-D06")
                .cell("limit", "10 working days")
                .granted("T-D07")
                .extension("T-D06", "T-D07", "60 working days");
        Map<String, Object> named =
                Map.of("newLimit", "2026-04-10", "ground", "COMPLEX", "deadline", "T-D06", "via", "LETTER");

        assertThat(limits(after(
                        two,
                        "03-06T12:00",
                        event("03-05T09:00", "EXTENSION_GRANTED", named),
                        event("03-06T09:00", "NOTE", named))))
                .contains("T-D01 2026-03-23 OPEN", "T-D06 2026-03-16 SUPERSEDED", "T-D07 2026-04-10 OPEN")
                .noneMatch(each -> each.startsWith("T-D02"));
    }

    @Test
    void what_rests_on_an_extended_limit_follows_the_one_that_runs_in_its_place() {
        TestClocks two = clocks().deadline("T-D06")
                .cell("limit", "10 working days")
                .granted("T-D07")
                .extension("T-D06", "T-D07", "60 working days")
                .deadline("T-D04")
                .cell("limit", "as T-D01")
                .deadline("T-D08")
                .cell("limit", "as T-D06");
        Map<String, Object> named =
                Map.of("newLimit", "2026-04-10", "ground", "COMPLEX", "deadline", "T-D06", "via", "LETTER");

        assertThat(limits(after(
                        two,
                        "03-06T12:00",
                        event("03-05T09:00", "EXTENSION_GRANTED", named),
                        event("03-06T09:00", "NOTE", named))))
                .contains("T-D04 2026-03-23 OPEN", "T-D08 2026-04-10 OPEN");
    }

    @Test
    void an_extended_limit_keeps_the_day_that_it_had_when_its_clock_stops_later() {
        TestClocks stopping = TestClocks.none()
                .deadline("T-D01")
                .cell("ends_handling", "yes")
                .cell("limit", "15 working days")
                .cell("paused_by", "CONTACTED to FORM_RETURNED")
                .granted("T-D02")
                .extension("T-D01", "T-D02", "60 working days");

        assertThat(limits(after(
                        stopping,
                        "03-10T00:00",
                        GRANT,
                        notice("03-06T09:00", "limit", "reason"),
                        event("03-09T09:00", "CONTACTED"))))
                .contains("T-D01 2026-03-23 SUPERSEDED", "T-D02 2026-04-10 OPEN");
    }

    @Test
    void an_order_about_an_extended_limit_moves_what_runs_in_its_place_and_nothing_else() {
        TestClocks beside = clocks().deadline("T-D08").cell("limit", "30 days");
        CaseEvent order = event(
                "03-16T09:00", "TIME_LEFT_OUT", Map.of("from", "2026-03-11", "to", "2026-03-13", "deadline", "T-D01"));

        assertThat(limits(after(beside, "03-17T00:00", GRANT, notice("03-06T09:00", "limit", "reason"), order)))
                .contains("T-D02 2026-04-13 OPEN", "T-D08 2026-04-01 OPEN");
    }
}
