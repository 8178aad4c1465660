package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.Course.after;
import static org.complaintkit.fixture.Course.at;
import static org.complaintkit.fixture.Course.complaint;
import static org.complaintkit.fixture.Course.event;
import static org.complaintkit.fixture.Course.findings;
import static org.complaintkit.fixture.Course.limits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Reason;
import org.complaintkit.decision.Stage;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Notice;
import org.complaintkit.duty.Prohibition;
import org.complaintkit.fixture.TestClocks;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose duties arise, when they are done, who is told, and how often. */
class ObligationsTest {
    private static final CaseEvent REPLY = event("03-03T09:00", "REPLIED_TO_CUSTOMER");

    static TestClocks owing(String code, String role, String fulfilledBy) {
        return TestClocks.none().duty(code, role, fulfilledBy).rule(Stage.DUTIES, Answer.DUTY, code, situation -> true);
    }

    static Duty only(Case value) {
        assertThat(value.duties()).hasSize(1);
        return value.duties().get(0);
    }

    @Test
    void a_duty_is_done_by_its_event_or_by_the_word_of_the_host_for_it_alone() {
        TestClocks clocks = owing("REPORT_UP", "FRONT", "CONTACTED");

        assertThat(only(after(clocks, "03-04T00:00")).fulfilled()).isFalse();
        assertThat(only(after(clocks, "03-04T00:00", event("03-03T09:00", "CONTACTED")))
                        .fulfilledAt())
                .isEqualTo(at("03-03T09:00"));
        assertThat(only(after(clocks, "03-04T00:00", done("REPORT_UP"))).fulfilled())
                .isTrue();
        assertThat(only(after(clocks, "03-04T00:00", done("EXPLAIN"))).fulfilled())
                .isFalse();
    }

    private static CaseEvent done(String duty) {
        return event("03-03T09:00", "DUTY_FULFILLED", Map.of("duty", duty));
    }

    @Test
    void what_happens_in_a_later_round_does_not_fulfil_what_an_earlier_one_owed() {
        Case now = after(
                owing("REPORT_UP", "FRONT", "CONTACTED"),
                "03-08T00:00",
                REPLY,
                event("03-05T09:00", "REPEAT_RECEIVED"),
                event("03-06T09:00", "CONTACTED"));

        assertThat(now.duties()).extracting(Duty::round).containsExactly(1, 2);
        assertThat(now.duties()).extracting(Duty::fulfilled).containsExactly(false, true);
    }

    @Test
    void duties_of_two_packs_are_one_only_where_debtor_and_end_are_the_same() {
        TestClocks own = owing("REPORT_UP", "FRONT", "CONTACTED");

        assertThat(received(own, owing("REPORT_UP", "FRONT", "CONTACTED")))
                .singleElement()
                .satisfies(duty -> assertThat(duty.demandedBy("U")).isTrue());
        assertThat(received(own, owing("REPORT_UP", "FRONT", "NOTE"))).hasSize(2);
        assertThat(received(own, owing("REPORT_UP", "UNIT", "CONTACTED"))).hasSize(2);
        assertThat(received(own, owing("TELL_ALL", "FRONT", "CONTACTED"))).hasSize(2);
    }

    private static List<Duty> received(TestClocks own, TestClocks upper) {
        return own.under(upper).receive(complaint().build()).now().duties();
    }

    @Test
    void a_duty_that_the_table_does_not_know_does_not_arise() {
        TestClocks clocks = TestClocks.none().rule(Stage.DUTIES, Answer.DUTY, "NOBODY_KNOWS", situation -> true);

        assertThat(after(clocks, "03-04T00:00").duties()).isEmpty();
    }

    @Test
    void what_must_not_be_done_is_said_once_from_the_moment_on_at_which_it_held() {
        TestClocks clocks = TestClocks.none()
                .rule(
                        Stage.DUTIES,
                        Answer.PROHIBITION,
                        "NO_LEAK",
                        situation -> situation.standing().occurred().contains("CONTACTED"));

        Case now = after(clocks, "03-05T00:00", event("03-03T09:00", "CONTACTED"), event("03-04T09:00", "NOTE"));

        assertThat(now.prohibitions()).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo("NO_LEAK");
            assertThat(each.since()).isEqualTo(at("03-03T09:00"));
        });
        assertThat(now.prohibitions()).extracting(Prohibition::pack).containsExactly("T");
        assertThat(now.reasons()).extracting(Reason::code).containsOnlyOnce("NO_LEAK");
    }

    @Test
    void a_breach_escalates_by_the_table_of_its_own_pack_and_is_told_once() {
        TestClocks own = TestClocks.none().deadline("T-D01");

        Case now = after(own.under(TestClocks.none()), complaint().build(), "03-10T00:00");

        assertThat(now.escalations()).extracting(Escalation::pack).containsExactly("T");
        assertThat(now.escalations().get(0).firedAt()).isEqualTo(at("03-06T00:00"));
        assertThat(now.escalations().get(0).trigger()).isEqualTo("T-D01");
        assertThat(now.reasons())
                .filteredOn(each -> each.answer().equals("escalate"))
                .hasSize(1);
    }

    @Test
    void an_escalation_that_no_table_knows_and_a_stopped_clock_tell_nobody() {
        TestClocks unknown = TestClocks.none().rule(Stage.ESCALATION, Answer.ESCALATE, "T-E99", situation -> true);
        TestClocks warned = TestClocks.none().deadline("T-D01").cell("warnings", "1 working day");

        assertThat(after(unknown, "03-04T00:00").escalations()).isEmpty();
        assertThat(after(warned, "03-10T00:00", REPLY).warnings()).isEmpty();
        assertThat(after(warned, "03-10T00:00", REPLY, event("03-05T09:00", "NOTE"))
                        .warnings())
                .isEmpty();
        assertThat(after(warned, "03-04T00:00").warnings())
                .extracting(Notice::key)
                .containsExactly("C-1/T/WARNING/T-D01/1/1");
    }

    private static final String WARNED = "C-1/T/WARNING/T-D01/1/1";
    private static final String WARNED_AGAIN = WARNED + "/2026-03-09T16:00:00Z";

    private static TestClocks warned() {
        return TestClocks.none().deadline("T-D01").cell("warnings", "1 working day");
    }

    private static CaseEvent leftOut(String told) {
        return event(told, "TIME_LEFT_OUT", Map.of("from", "2026-03-03", "to", "2026-03-04"));
    }

    @Test
    void people_are_warned_once_of_each_later_limit_to_which_one_moves() {
        CaseEvent moved = leftOut("03-05T09:00");
        Case now = after(warned(), "03-05T23:00", moved);
        assertThat(now.warnings()).extracting(Notice::key).containsExactly(WARNED);

        now = warned().lifecycle().advance(now, at("03-06T00:00")).now();
        assertThat(now.warnings()).extracting(Notice::key).containsExactly(WARNED, WARNED_AGAIN);
        assertThat(now.warnings()).extracting(Notice::by).containsExactly(at("03-06T00:00"), at("03-10T00:00"));

        CaseEvent late = event("03-05T10:00", "NOTE");
        Outcome again = warned().lifecycle().handle(now, late);
        assertThat(again.notices()).isEmpty();
        assertThat(again.now().warnings()).isEqualTo(now.warnings());
        assertThat(warned().lifecycle()
                        .handle(now, event("03-06T10:00", "NOTE"))
                        .notices())
                .isEmpty();
    }

    @Test
    void a_limit_that_passes_again_is_noted_and_told_once() {
        Lifecycle lifecycle = warned().lifecycle();
        Case late = after(warned(), "03-06T10:00");
        assertThat(late.escalations()).extracting(Escalation::id).containsExactly("T-E01");

        Outcome moved = lifecycle.handle(late, leftOut("03-03T12:00"));
        assertThat(moved.notices()).extracting(Notice::key).containsExactly(WARNED_AGAIN);
        assertThat(again(moved.now())).isEmpty();

        Outcome passed = lifecycle.advance(moved.now(), at("03-12T00:00"));
        assertThat(passed.notices()).isEmpty();
        assertThat(again(passed.now())).containsExactly("T-E01 T-D01 again at 2026-03-09T16:00:00Z");
        Case folded =
                lifecycle.handle(passed.now(), event("03-03T13:00", "NOTE")).now();
        assertThat(again(folded)).hasSize(1);
        assertThat(folded.escalations()).isEqualTo(passed.now().escalations());
        assertThat(folded.escalations().get(0).firedAt()).isEqualTo(at("03-06T00:00"));
        assertThat(folded.warnings()).hasSize(2);
    }

    private static List<String> again(Case value) {
        return value.reasons().stream()
                .filter(reason -> reason.answer().equals("escalateAgain"))
                .map(reason -> reason.code() + " " + reason.rule())
                .toList();
    }

    @Test
    void nobody_is_warned_of_a_later_limit_that_has_passed_or_of_an_earlier_one() {
        Lifecycle lifecycle = warned().lifecycle();
        Case late = after(warned(), "03-20T00:00");

        assertThat(lifecycle.handle(late, leftOut("03-03T12:00")).notices()).isEmpty();
        CaseEvent joined = event(
                "03-05T09:00", "CASE_JOINED", Map.of("from", "C-0", "limits", List.of("T/T-D01=2026-03-05T12:00:00Z")));
        assertThat(after(warned(), "03-05T10:00", joined).warnings()).hasSize(1);
    }

    @Test
    void who_was_warned_of_a_limit_is_not_warned_of_it_again_after_an_earlier_one() {
        Lifecycle lifecycle = warned().lifecycle();
        Case now = after(warned(), "03-05T09:00");
        CaseEvent joined = event(
                "03-03T09:00", "CASE_JOINED", Map.of("from", "C-0", "limits", List.of("T/T-D01=2026-03-05T12:00:00Z")));
        now = lifecycle.handle(now, joined).now();
        assertThat(now.warnings()).extracting(Notice::by).containsExactly(at("03-06T00:00"));
        CaseEvent parted = event("03-05T10:00", "CASE_PARTED", Map.of("from", "C-0", "ends", List.of(joined.id())));

        Outcome alone = lifecycle.handle(now, parted);
        assertThat(limits(alone.now())).containsExactly("T-D01 2026-03-05 OPEN");
        assertThat(alone.notices()).isEmpty();
        assertThat(lifecycle.handle(alone.now(), event("03-03T10:00", "NOTE")).notices())
                .isEmpty();
    }

    @Test
    void a_limit_that_warns_and_passes_once_is_not_said_to_have_passed_again() {
        TestClocks both = warned().cell("on_warning", "T-E01");
        Case now = after(both, "03-12T00:00");
        assertThat(now.escalations()).extracting(Escalation::firedAt).containsExactly(at("03-04T00:00"));
        assertThat(again(now)).isEmpty();
        Case folded = both.lifecycle().handle(now, event("03-03T13:00", "NOTE")).now();
        assertThat(again(folded)).isEmpty();

        Case moved = both.lifecycle()
                .handle(after(both, "03-05T09:00"), leftOut("03-05T10:00"))
                .now();
        assertThat(again(both.lifecycle().advance(moved, at("03-12T00:00")).now()))
                .containsExactly("T-E01 T-D01 again at 2026-03-05T16:00:00Z");
    }

    @Test
    void each_occurrence_of_a_deadline_warns_for_itself() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("end", "NOTE")
                .cell("repeats", "after end")
                .cell("warnings", "1 working day");

        assertThat(after(clocks, "03-10T00:00", event("03-05T09:00", "NOTE")).warnings())
                .extracting(Notice::key)
                .containsExactly("C-1/T/WARNING/T-D01/1/1", "C-1/T/WARNING/T-D01/1/2-1");
    }

    @Test
    void findings_of_a_missed_limit_name_it_and_those_of_an_earlier_round_stay() {
        TestClocks clocks = TestClocks.none().deadline("T-D01").cell("on_breach", "LATE_CONTACT");
        CaseEvent late = event("03-09T09:00", "REPLIED_TO_CUSTOMER");

        Case now = after(clocks, "03-11T00:00", late, event("03-10T09:00", "REPEAT_RECEIVED"));

        assertThat(now.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("LATE_CONTACT");
            assertThat(finding.about()).isEqualTo("T-D01");
            assertThat(finding.at()).isEqualTo(at("03-06T00:00"));
        });
        assertThat(findings(after(clocks, "03-05T00:00"))).isEmpty();
        assertThat(after(clocks.under(TestClocks.none()), complaint().build(), "03-10T00:00")
                        .findings())
                .hasSize(1);
    }

    private record Office(Map<String, String> holders) implements Organisation {
        @Override
        public List<Holder> holders(String role, String unit, LocalDate day) {
            return Optional.ofNullable(holders.get(role)).stream()
                    .map(person -> new Holder(person, unit, false))
                    .toList();
        }

        @Override
        public Optional<String> superior(String unit, LocalDate day) {
            return Optional.empty();
        }
    }

    private static String debtor(TestClocks clocks, Map<String, String> holders) {
        return only(clocks.lifecycle(new Office(holders))
                        .receive(complaint().about("Outlet 12", "teller-7").build())
                        .now())
                .assignee()
                .person();
    }

    @Test
    void where_nobody_holds_a_role_the_one_acts_whom_the_policy_names_and_the_party_only_owes_what_the_table_says() {
        TestClocks front = owing("REPORT_UP", "FRONT", "CONTACTED");

        assertThat(debtor(front, Map.of("FRONT", "f-1", "LEADER", "l-1"))).isEqualTo("f-1");
        assertThat(debtor(front, Map.of("LEADER", "l-1"))).isEmpty();
        assertThat(debtor(front.instead("FRONT", "LEADER"), Map.of("LEADER", "l-1")))
                .isEqualTo("l-1");
        assertThat(debtor(front, Map.of("FRONT", "f-1", "LEADER", "l-1"))).isEqualTo("f-1");
        assertThat(debtor(front, Map.of("FRONT", "teller-7", "LEADER", "l-1"))).isEqualTo("l-1");
        assertThat(debtor(owing("APOLOGISE", "PARTY", "NOTE"), Map.of())).isEqualTo("teller-7");
    }

    @Test
    void the_owner_is_the_one_of_the_first_pack_and_the_approver_the_one_of_the_pack_that_asks() {
        TestClocks own = owing("REPLY_ALL", "OWNER", "NOTE")
                .rule(Stage.RESPONSIBILITY, Answer.OWNER, "UNIT", situation -> true)
                .rule(Stage.RESPONSIBILITY, Answer.APPROVER, "LEADER", situation -> true);
        TestClocks upper = owing("TELL_ALL", "OWNER", "NOTE")
                .duty("APPROVE", "APPROVER", "NOTE")
                .rule(Stage.DUTIES, Answer.DUTY, "APPROVE", situation -> true)
                .rule(Stage.RESPONSIBILITY, Answer.OWNER, "HEADQUARTERS", situation -> true)
                .rule(Stage.RESPONSIBILITY, Answer.APPROVER, "REGULATOR", situation -> true);

        assertThat(received(own, upper))
                .extracting(duty -> duty.code() + " " + duty.role())
                .containsExactlyInAnyOrder("REPLY_ALL UNIT", "TELL_ALL UNIT", "APPROVE REGULATOR");
    }

    @Test
    void a_rule_may_escalate_without_a_deadline_and_that_is_told_once_with_its_clause() {
        TestClocks clocks = TestClocks.none()
                .rule(
                        Stage.ESCALATION,
                        Answer.ESCALATE,
                        "T-E03",
                        situation -> situation.answers().labels().contains("MEDIA_CONTACT"));
        CaseEvent media = event("03-03T09:00", "NOTE", Map.of("facts", "MEDIA_CONTACT"));

        Case now = after(clocks, "03-05T00:00", media, event("03-04T09:00", "NOTE"));

        assertThat(after(clocks, "03-05T00:00").escalations()).isEmpty();
        assertThat(now.escalations()).singleElement().satisfies(fired -> {
            assertThat(fired.id()).isEqualTo("T-E03");
            assertThat(fired.firedAt()).isEqualTo(at("03-03T09:00"));
            assertThat(fired.trigger()).isEqualTo("rule 1");
            assertThat(fired.clause()).isEqualTo("rule");
        });
    }

    private static Case named(String onBreach, String past) {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "NOTE.date else 5 working days")
                .cell("on_breach", onBreach)
                .deadline("T-D02", situation -> !situation.standing().breached().isEmpty());
        return after(clocks, "03-03T09:00", event("03-03T09:00", "NOTE", Map.of("date", past)));
    }

    @Test
    void a_limit_that_somebody_names_too_late_has_its_consequences_with_that_word_escalated_or_not() {
        Case escalated = named("T-E01", "2026-02-20");
        assertThat(escalated.escalations()).extracting(Escalation::id).containsExactly("T-E01");
        assertThat(escalated.deadlines()).extracting(Deadline::id).containsExactly("T-D01", "T-D02");
        assertThat(named("LATE_CONTACT", "2026-02-20").deadlines())
                .extracting(Deadline::id)
                .containsExactly("T-D01", "T-D02");
        assertThat(named("LATE_CONTACT", "2026-03-20").deadlines())
                .extracting(Deadline::id)
                .containsExactly("T-D01");
    }

    /** Late, so the milestone exists; with it in time after all, so it does not: the stages are put again only for what is late. */
    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_milestone_that_hangs_on_a_breach_of_what_it_ends_puts_the_stages_again_once() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("end", "HANDLED")
                .ends(
                        "HANDLED",
                        "NOTE",
                        situation -> situation.standing().breached().contains("T-D01"));

        Case now = after(clocks, "03-20T09:00", event("03-03T09:00", "NOTE", Map.of()));

        assertThat(now.deadlines()).extracting(Deadline::id).containsExactly("T-D01");
    }

    private static TestClocks extending(String id, String duty, String fulfilledBy) {
        return owing(duty, "FRONT", fulfilledBy)
                .deadline(id + "-D01")
                .granted(id + "-D02")
                .extension(id + "-D01", id + "-D02", "60 working days");
    }

    @Test
    void a_duty_to_give_notice_is_one_for_each_pack_that_waits_for_a_notice_of_its_own() {
        assertThat(received(extending("T", "TELL", "NOTE"), extending("U", "TELL", "NOTE")))
                .hasSize(2);
        assertThat(received(extending("T", "TELL", "NOTE"), owing("TELL", "FRONT", "NOTE")))
                .hasSize(1);
        assertThat(received(extending("T", "TELL", "CONTACTED"), extending("U", "TELL", "CONTACTED")))
                .hasSize(1);
    }

    @Test
    void a_duty_that_a_lower_pack_comes_to_demand_later_is_held_against_what_ends_the_first() {
        TestClocks late = TestClocks.none()
                .duty("REPORT_UP", "FRONT", "CONTACTED")
                .rule(
                        Stage.DUTIES,
                        Answer.DUTY,
                        "REPORT_UP",
                        situation -> situation.answers().labels().contains("MAJOR"));
        CaseEvent major = event("03-03T09:00", "NOTE", Map.of("facts", "MAJOR"));

        assertThat(after(
                                late.under(owing("REPORT_UP", "FRONT", "FORM_RETURNED")),
                                complaint().build(),
                                "03-04T00:00",
                                major)
                        .duties())
                .extracting(Duty::pack)
                .containsExactly("U", "T");
    }

    @Test
    void a_target_that_finds_no_working_day_is_told_unless_it_is_the_limit_itself() {
        Instant friday = at("03-06T17:00");
        Complaint weekend = Complaint.received("C-1", friday, "TELEPHONE").build();
        TestClocks wanted =
                TestClocks.none().deadline("T-D01").cell("limit", "2 days").cell("target", "last working day");
        TestClocks none =
                TestClocks.none().deadline("T-D01").cell("limit", "2 days").cell("target", "limit");

        assertThat(after(wanted.lifecycle(), weekend, "03-07T00:00").findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("NO_WORKING_DAY_IN_WINDOW");
                    assertThat(finding.about()).isEqualTo("T-D01");
                    assertThat(finding.at()).isEqualTo(friday);
                });
        assertThat(after(none.lifecycle(), weekend, "03-07T00:00").findings()).isEmpty();
    }
}
