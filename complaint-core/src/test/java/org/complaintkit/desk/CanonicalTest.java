package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.junit.jupiter.api.Test;

/** What the audit keeps the hash of. */
class CanonicalTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(List.of(TestRules.book()), CalendarRegistry.standard(), Organisation.UNKNOWN);

    private static Complaint.Builder complaint() {
        return complaint("C-1", "MEDIA");
    }

    private static Complaint.Builder complaint(String id, String channel) {
        return Complaint.received(id, MONDAY, channel).category("SERVICE");
    }

    private static Outcome late(Complaint complaint, CaseEvent event) {
        Case told = LIFECYCLE.handle(LIFECYCLE.receive(complaint).now(), event).now();
        return LIFECYCLE.advance(told, MONDAY.plusSeconds(30 * 86_400));
    }

    private static CaseEvent event(String person, int recorded, String said) {
        Instant at = MONDAY.plusSeconds(60);
        return new CaseEvent("e", "NOTE", "PARTY", person, at, at.plusSeconds(recorded), Map.of("reason", said));
    }

    @Test
    void it_has_a_line_for_everything_that_an_outcome_says() {
        String text = Canonical.text(late(complaint().build(), event("p-1", 0, "why")));

        assertThat(text.lines().map(line -> line.split(" ", 2)[0]).distinct())
                .containsExactly(
                        "case",
                        "received",
                        "about",
                        "intake",
                        "demands",
                        "loss",
                        "words",
                        "packs",
                        "parameters",
                        "counted",
                        "round",
                        "state",
                        "outcome",
                        "labels",
                        "until",
                        "decision",
                        "event",
                        "person",
                        "recorded",
                        "data",
                        "deadline",
                        "assignee",
                        "register",
                        "duty",
                        "escalation",
                        "finding",
                        "notice");
        assertThat(text).contains("case 3 C-1\n").contains("person 3 p-1\n");
    }

    @Test
    void two_outcomes_that_differ_in_one_word_differ_in_their_text() {
        CaseEvent event = event("p-1", 0, "why");
        Stream<Outcome> outcomes = Stream.of(
                late(complaint().build(), event),
                late(complaint("C-2", "MEDIA").build(), event),
                late(complaint("C-1", "LETTER").build(), event),
                late(complaint().about("Outlet 12", "").build(), event),
                late(complaint().about("Outlet 12", "teller-7").build(), event),
                late(complaint().category("CRIME").build(), event),
                late(complaint().facts(List.of("EASY")).build(), event),
                late(complaint().given("x", 1).build(), event),
                late(complaint().claimedLoss(new BigDecimal("0.01")).build(), event),
                late(complaint().text("words").build(), event),
                late(complaint().build(), event("p-2", 0, "why")),
                late(complaint().build(), event("p-1", 1, "why")),
                late(complaint().build(), event("p-1", 0, "why not")));

        assertThat(outcomes.map(Canonical::text)).doesNotHaveDuplicates().hasSize(13);
        assertThat(Canonical.text(late(complaint().build(), event)))
                .isEqualTo(Canonical.text(late(complaint().build(), event)));
    }
}
