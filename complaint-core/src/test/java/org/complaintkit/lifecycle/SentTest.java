package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.Course.at;
import static org.complaintkit.fixture.Course.complaint;
import static org.complaintkit.fixture.Course.limits;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestClocks;
import org.junit.jupiter.api.Test;

/** Whoever looks back is told of what had left by then, though a late word shows that it need not have. */
class SentTest {
    private static final Map<String, Object> TIME = Map.of("from", "2026-03-03", "to", "2026-03-09");

    private final Lifecycle lifecycle = TestClocks.none()
            .deadline("T-D01")
            .cell("warnings", "1 working day")
            .blockingDuty("REPORT_UP", "NOTE")
            .rule(
                    Stage.DUTIES,
                    Answer.DUTY,
                    "REPORT_UP",
                    situation -> !situation.standing().breached().isEmpty())
            .lifecycle();

    private Case now = lifecycle.receive(complaint().build()).now();

    /** Time passes until something is told; it may have happened before. */
    private Case late(Lifecycle under, String happened, String recorded, String type, Map<String, Object> data) {
        CaseEvent event = new CaseEvent(type, type, "LEADER", "", at(happened), at(recorded), data);
        return under.handle(under.advance(now, at(recorded)).now(), event).now();
    }

    private void breachedAndThenNot() {
        now = late(lifecycle, "03-05T12:00", "03-10T09:00", "TIME_LEFT_OUT", TIME);
        assertThat(limits(now)).containsExactly("T-D01 2026-03-12 OPEN");
        assertThat(kinds(now)).containsExactly("DUTY", "ESCALATION", "WARNING");
    }

    private static List<String> kinds(Case value) {
        return value.notices().stream().map(notice -> notice.kind().name()).toList();
    }

    private List<String> asOf(String moment) {
        return kinds(lifecycle.asOf(now, at(moment)));
    }

    private List<String> known(String owed, String known) {
        return kinds(lifecycle.asKnown(now, at(owed), at(known)));
    }

    @Test
    void what_left_by_a_limit_that_was_moved_later_had_left_all_the_same() {
        breachedAndThenNot();

        assertThat(asOf("03-06T08:00")).containsExactly("DUTY", "ESCALATION", "WARNING");
        assertThat(asOf("03-05T13:00")).containsExactly("WARNING");
        assertThat(asOf("03-02T11:00")).isEmpty();
        assertThat(limits(lifecycle.asOf(now, at("03-06T08:00")))).containsExactly("T-D01 2026-03-12 OPEN");
        assertThat(known("03-10T09:00", "03-10T09:00")).containsExactly("DUTY", "ESCALATION", "WARNING");
        assertThat(known("03-05T13:00", "03-10T09:00")).containsExactly("WARNING");
        assertThat(known("03-10T09:00", "03-05T08:00")).containsExactly("DUTY", "ESCALATION", "WARNING");
        assertThat(known("03-05T08:00", "03-05T08:00")).containsExactly("WARNING");
    }

    @Test
    void what_left_by_a_limit_stays_in_the_look_back_when_the_moved_limit_passes_as_well() {
        breachedAndThenNot();
        now = lifecycle.advance(now, at("03-14T00:00")).now();
        assertThat(asOf("03-06T08:00")).containsExactly("DUTY", "ESCALATION", "WARNING");
        assertThat(known("03-06T08:00", "03-14T00:00")).containsExactly("DUTY", "ESCALATION", "WARNING");

        now = late(lifecycle, "03-05T13:00", "03-14T09:00", "NOTE_2", Map.of());

        assertThat(now.duties()).extracting(Duty::arisenAt).containsExactly(at("03-06T00:00"));
        assertThat(asOf("03-07T00:00")).containsExactly("DUTY", "ESCALATION", "WARNING");
        assertThat(asOf("03-05T13:00")).containsExactly("WARNING");
    }

    @Test
    void the_case_as_it_stands_is_the_one_that_is_known_now() {
        breachedAndThenNot();
        now = lifecycle.advance(now, at("03-11T00:00")).now();

        for (Case found : List.of(
                lifecycle.asKnown(now, now.advancedTo(), Instant.MAX),
                lifecycle.asKnown(now, now.advancedTo(), now.advancedTo()),
                lifecycle.asOf(now, now.advancedTo()))) {
            assertThat(found.escalations()).isEqualTo(now.escalations());
            assertThat(found.duties()).isEqualTo(now.duties());
            assertThat(found.warnings()).containsExactlyInAnyOrderElementsOf(now.warnings());
            assertThat(found.deadlines()).isEqualTo(now.deadlines());
        }
    }

    @Test
    void a_duty_that_left_is_shown_as_owed_until_it_was_fulfilled() {
        breachedAndThenNot();
        now = late(lifecycle, "03-11T09:00", "03-11T09:00", "NOTE", Map.of());
        assertThat(now.duties()).allMatch(Duty::fulfilled);

        assertThat(lifecycle.asOf(now, at("03-10T12:00")).duties()).hasSize(1).noneMatch(Duty::fulfilled);
        assertThat(lifecycle.asOf(now, at("03-11T08:59")).duties()).hasSize(1).noneMatch(Duty::fulfilled);
        assertThat(lifecycle.asKnown(now, at("03-11T09:00"), at("03-11T09:00")).duties())
                .hasSize(1)
                .allMatch(Duty::fulfilled);
    }

    @Test
    void what_left_only_by_a_later_word_had_not_left_before_it() {
        Lifecycle asked = TestClocks.none()
                .deadline("T-D01", situation -> situation.answers().labels().contains("DIFFICULT"))
                .lifecycle();
        now = asked.receive(complaint().build()).now();
        now = late(asked, "03-03T09:00", "03-10T09:00", "NOTE", Map.of("facts", List.of("DIFFICULT")));
        assertThat(now.escalations()).extracting(each -> each.firedAt()).containsExactly(at("03-06T00:00"));
        now = late(asked, "03-04T09:00", "03-11T09:00", "REPLIED_TO_CUSTOMER", Map.of());
        assertThat(limits(now)).containsExactly("T-D01 2026-03-05 MET");
        assertThat(now.escalations()).hasSize(1);

        assertThat(asked.asKnown(now, at("03-09T00:00"), at("03-09T00:00")).notices())
                .isEmpty();
        assertThat(asked.asKnown(now, at("03-10T10:00"), at("03-10T10:00")).notices())
                .extracting(Notice::kind)
                .containsExactly(Notice.Kind.ESCALATION);
        assertThat(asked.asKnown(now, at("03-10T10:00"), at("03-11T10:00")).notices())
                .extracting(Notice::kind)
                .containsExactly(Notice.Kind.ESCALATION);
    }
}
