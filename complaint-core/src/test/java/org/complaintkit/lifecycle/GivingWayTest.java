package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.Course.after;
import static org.complaintkit.fixture.Course.at;
import static org.complaintkit.fixture.Course.complaint;
import static org.complaintkit.fixture.Course.event;
import static org.complaintkit.fixture.Course.limits;

import java.util.List;
import java.util.Map;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.fixture.TestClocks;
import org.junit.jupiter.api.Test;

/** Which limits another class replaces, which follow it, and what a pack sees of another one. */
class GivingWayTest {
    private static CaseEvent major(String local) {
        return event(local, "NOTE", Map.of("facts", List.of("MAJOR")));
    }

    private static boolean isMajor(Situation situation) {
        return situation.answers().labels().contains("MAJOR");
    }

    private static boolean isMinor(Situation situation) {
        return !isMajor(situation);
    }

    private static TestClocks minorEnds() {
        return TestClocks.none().deadline("T-D01", GivingWayTest::isMinor).cell("ends_handling", "yes");
    }

    @Test
    void a_limit_of_the_handling_gives_way_only_to_another_limit_of_the_handling() {
        TestClocks other = minorEnds().deadline("T-D02", GivingWayTest::isMajor).cell("limit", "10 working days");
        assertThat(limits(after(other, "03-04T00:00", major("03-03T09:00"))))
                .containsExactly("T-D01 2026-03-05 OPEN", "T-D02 2026-03-16 OPEN");

        TestClocks end = minorEnds()
                .deadline("T-D02", GivingWayTest::isMajor)
                .cell("limit", "10 working days")
                .cell("ends_handling", "yes");
        assertThat(limits(after(end, "03-04T00:00", major("03-03T09:00"))))
                .containsExactly("T-D01 2026-03-05 SUPERSEDED", "T-D02 2026-03-16 OPEN");
    }

    @Test
    void what_does_not_end_the_handling_or_never_gives_way_runs_on_when_nobody_asks_for_it_any_more() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01", GivingWayTest::isMinor)
                .deadline("T-D02", GivingWayTest::isMinor)
                .cell("ends_handling", "yes")
                .cell("superseded_when", "never")
                .deadline("T-D03", GivingWayTest::isMajor)
                .cell("ends_handling", "yes");

        assertThat(limits(after(clocks, "03-04T00:00", major("03-03T09:00"))))
                .containsExactly("T-D01 2026-03-05 OPEN", "T-D02 2026-03-05 OPEN", "T-D03 2026-03-05 OPEN");
    }

    @Test
    void what_gave_way_did_so_once_whatever_happens_later() {
        TestClocks clocks =
                minorEnds().deadline("T-D02", GivingWayTest::isMajor).cell("ends_handling", "yes");

        Case now = after(clocks, "03-05T00:00", major("03-03T09:00"), event("03-04T09:00", "CONTACTED"));

        assertThat(now.deadlines().get(0).supersededAt()).isEqualTo(at("03-03T09:00"));
    }

    private static TestClocks taking() {
        return TestClocks.none()
                .deadline("T-D01", GivingWayTest::isMinor)
                .cell("ends_handling", "yes")
                .deadline("T-D02", GivingWayTest::isMajor)
                .cell("limit", "10 working days")
                .cell("ends_handling", "yes")
                .deadline("T-D04")
                .cell("limit", "as T-D01, T-D02")
                .cell("end", "FORM_RETURNED");
    }

    @Test
    void a_limit_taken_over_follows_the_class_until_it_is_kept_or_missed() {
        assertThat(limits(after(taking(), "03-05T00:00", major("03-04T09:00")))).contains("T-D04 2026-03-16 OPEN");
        assertThat(limits(after(taking(), "03-05T00:00", event("03-03T09:00", "FORM_RETURNED"), major("03-04T09:00"))))
                .contains("T-D04 2026-03-05 MET");
        assertThat(limits(after(taking(), "03-11T00:00", major("03-10T09:00")))).contains("T-D04 2026-03-05 BREACHED");
    }

    @Test
    void a_deadline_is_asked_for_with_one_reason_however_often_the_rules_repeat_it() {
        Case now = after(TestClocks.none().deadline("T-D01"), "03-05T00:00", major("03-04T09:00"));

        assertThat(now.reasons())
                .filteredOn(reason -> reason.code().equals("T-D01"))
                .hasSize(1);
        assertThat(after(TestClocks.none().deadline("T-D01"), "03-02T11:00").reasons())
                .extracting(reason -> reason.code())
                .contains("T-D01");
    }

    @Test
    void each_further_start_is_one_after_the_end_and_the_first_start_is_none() {
        TestClocks clocks =
                TestClocks.none().deadline("T-D01").cell("end", "CONTACTED").cell("repeats", "each start");

        assertThat(limits(after(clocks, "03-05T00:00", event("03-03T09:00", "CONTACTED"))))
                .containsExactly("T-D01 2026-03-05 MET");
    }

    @Test
    void what_is_late_from_the_beginning_has_its_consequences_at_once() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "given.forwarderDate")
                .cell("on_breach", "")
                .deadline("T-D02", situation -> !situation.standing().breached().isEmpty());

        Case now = clocks.lifecycle()
                .receive(complaint().given("forwarderDate", "2026-02-20").build())
                .now();

        assertThat(limits(now)).containsExactly("T-D01 2026-02-20 BREACHED", "T-D02 2026-03-05 OPEN");
    }

    @Test
    void a_pack_sees_at_once_what_the_pack_after_it_derives() {
        TestClocks own = TestClocks.none().deadline("T-D01", GivingWayTest::isMajor);
        TestClocks upper = TestClocks.none().rule(Stage.CLASSIFICATION, Answer.LABEL, "MAJOR", situation -> true);

        assertThat(limits(own.under(upper).receive(complaint().build()).now()))
                .containsExactly("T-D01 2026-03-05 OPEN");
    }

    @Test
    void the_first_grade_is_that_of_the_first_pack_that_grades() {
        TestClocks own = TestClocks.none().deadline("T-D01");
        TestClocks upper = TestClocks.none().rule(Stage.GRADING, Answer.GRADE, "SERIOUS", situation -> true);

        assertThat(own.under(upper)
                        .receive(complaint().build())
                        .now()
                        .register()
                        .initialGrade())
                .isEqualTo("SERIOUS");
    }

    @Test
    void a_limit_taken_over_with_a_change_of_class_is_that_of_the_new_class() {
        TestClocks issued = taking().cell("start", "CONTACTED");
        CaseEvent both = event("03-10T09:00", "CONTACTED", Map.of("facts", List.of("MAJOR")));

        assertThat(limits(after(issued, "03-11T00:00", both)))
                .containsExactly("T-D01 2026-03-05 BREACHED", "T-D02 2026-03-16 OPEN", "T-D04 2026-03-16 OPEN");
    }
}
