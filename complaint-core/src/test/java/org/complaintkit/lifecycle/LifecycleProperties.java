package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.Reason;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.Histories.Life;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.model.Organisation;

class LifecycleProperties {
    private static final int TRIES = 250;
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(List.of(TestRules.book()), CalendarRegistry.standard(), Organisation.UNKNOWN);

    @Property(tries = TRIES)
    void going_on_from_where_a_case_stopped_leaves_the_case_of_a_fold_from_the_beginning(@ForAll Life life) {
        Run stepwise = run(life, life.events(), true);

        Case folded = LIFECYCLE.asOf(later(stepwise.last), life.end());

        assertThat(folded).isEqualTo(stepwise.last);
    }

    @Property(tries = TRIES)
    void time_let_pass_in_one_go_or_in_many_steps_leaves_the_same_case_and_the_same_notices(@ForAll Life life) {
        Run atOnce = run(life, life.events(), false);
        Run stepwise = run(life, life.events(), true);

        assertThat(stepwise.last).isEqualTo(atOnce.last);
        assertThat(keys(stepwise.notices)).isEqualTo(keys(atOnce.notices));
    }

    @Property(tries = TRIES)
    void an_event_recorded_late_leaves_the_case_of_the_right_order_apart_from_what_had_left(
            @ForAll Life life, @ForAll @IntRange(max = 11) int which) {
        if (life.events().isEmpty()) {
            return;
        }
        CaseEvent late = life.events().get(which % life.events().size());
        List<CaseEvent> others = life.events().stream()
                .filter(event -> !event.id().equals(late.id()))
                .toList();
        Case expected = run(life, life.events(), true).last;
        Run without = run(life, others, true);

        Case found = LIFECYCLE.handle(without.last, late).now();

        Set<String> left = keys(without.last.notices());
        assertThat(withoutLeft(found, expected, left)).isEqualTo(withoutLeft(expected, expected, left));
        assertThat(keys(found.notices())).containsAll(keys(expected.notices()));
        Set<String> more = keys(found.notices());
        more.removeAll(keys(expected.notices()));
        // Of a limit that is a later one now people are warned again, under the first key and the limit.
        assertThat(more).allMatch(key -> left.stream().anyMatch(each -> (key + "/").startsWith(each + "/")));
    }

    @Property(tries = 20)
    void the_same_input_has_the_same_answer_in_every_thread_locale_and_zone(@ForAll Life life) throws Exception {
        Case expected = run(life, life.events(), true).last;
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (String tag : List.of("tr-TR", "th-TH-u-ca-buddhist-nu-thai", "ar-SA", "zh-CN")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone(tag.startsWith("t") ? "Pacific/Kiritimati" : "America/Nome"));
                Callable<Case> again = () -> run(life, life.events(), false).last;
                for (Future<Case> answer :
                        threads.invokeAll(List.of(again, again, again, again, again, again, again, again))) {
                    assertThat(answer.get()).isEqualTo(expected);
                }
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
            threads.shutdown();
        }
    }

    @Property(tries = TRIES)
    void nothing_fires_before_its_time_and_each_key_leaves_once(@ForAll Life life) {
        Run run = run(life, life.events(), true);

        assertThat(run.notices.stream().map(Notice::key)).doesNotHaveDuplicates();
        for (Outcome outcome : run.outcomes) {
            assertThat(outcome.notices())
                    .allSatisfy(notice -> assertThat(notice.at())
                            .isBeforeOrEqualTo(outcome.now().advancedTo()));
            assertThat(outcome.notices())
                    .as("a warning leaves before what came of it")
                    .isSortedAccordingTo(Comparator.comparing(Notice::at));
            for (Escalation fired : outcome.now().escalations()) {
                outcome.now().deadlines().stream()
                        .filter(deadline -> deadline.id().equals(fired.trigger())
                                && deadline.round() == fired.round()
                                && deadline.startedAt().equals(life.complaint().receivedAt()))
                        .forEach(deadline -> assertThat(fired.firedAt()).isEqualTo(deadline.lateFrom()));
            }
        }
    }

    @Property(tries = TRIES)
    void every_breach_has_its_escalations_and_findings_however_long_the_outage(@ForAll Life life) {
        Case last = run(life, life.events(), false).last;

        for (Deadline deadline : last.deadlines()) {
            if (deadline.state(last.advancedTo()) == DeadlineState.BREACHED) {
                for (String code : deadline.rule().onBreach()) {
                    Set<String> fired =
                            last.escalations().stream().map(Escalation::id).collect(Collectors.toSet());
                    Set<String> found = last.findings().stream()
                            .map(finding -> finding.code())
                            .collect(Collectors.toSet());
                    assertThat(code.startsWith("T-E") ? fired : found).contains(code);
                }
            }
        }
    }

    @Property(tries = TRIES)
    void a_case_never_leaves_the_states_of_its_table_and_its_next_moment_lies_ahead(@ForAll Life life) {
        Set<String> states = LIFECYCLE.policies().get(0).transitions().stream()
                .map(row -> row.to())
                .collect(Collectors.toCollection(TreeSet::new));
        for (Outcome outcome : run(life, life.events(), true).outcomes) {
            Case now = outcome.now();
            assertThat(states).contains(now.state());
            assertThat(now.steps().get(now.steps().size() - 1).state()).isEqualTo(now.state());
            assertThat(now.nextMoment().orElse(Instant.MAX)).isAfter(now.advancedTo());
            assertThat(now.events().size()).isLessThanOrEqualTo(life.events().size() + 1);
        }
    }

    @Property(tries = TRIES)
    void a_clock_that_goes_back_changes_nothing(@ForAll Life life) {
        Case last = run(life, life.events(), true).last;

        for (Instant stop : life.stops()) {
            Outcome outcome = LIFECYCLE.advance(last, stop);
            assertThat(outcome.now()).isEqualTo(last);
            assertThat(outcome.notices()).isEmpty();
        }
    }

    @Property(tries = TRIES)
    void asking_what_an_event_would_meet_agrees_with_what_it_meets(@ForAll Life life) {
        Case now = LIFECYCLE.receive(life.complaint()).now();
        for (CaseEvent event : life.events()) {
            List<Reason> against = LIFECYCLE.against(now, event);
            Outcome outcome = LIFECYCLE.handle(now, event);
            boolean denied = against.stream()
                    .anyMatch(reason ->
                            reason.code().equals("NO_GROUND") || reason.answer().equals("duty"));
            assertThat(outcome.effective()).isEqualTo(!denied);
            now = outcome.now();
        }
    }

    /** One life as it was lived: its outcomes in order, all notices that left, and the case at the end. */
    private record Run(List<Outcome> outcomes, List<Notice> notices, Case last) {}

    private static Run run(Life life, List<CaseEvent> events, boolean stopping) {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(LIFECYCLE.receive(life.complaint()));
        List<Instant> stops = new ArrayList<>(stopping ? life.stops() : List.of());
        for (CaseEvent event : events) {
            while (!stops.isEmpty() && !stops.get(0).isAfter(event.occurredAt())) {
                outcomes.add(LIFECYCLE.advance(last(outcomes), stops.remove(0)));
            }
            outcomes.add(LIFECYCLE.handle(last(outcomes), event));
        }
        for (Instant stop : stops) {
            outcomes.add(LIFECYCLE.advance(last(outcomes), stop));
        }
        outcomes.add(LIFECYCLE.advance(last(outcomes), life.end()));
        List<Notice> notices =
                outcomes.stream().flatMap(outcome -> outcome.notices().stream()).toList();
        return new Run(outcomes, notices, last(outcomes));
    }

    private static Case last(List<Outcome> outcomes) {
        return outcomes.get(outcomes.size() - 1).now();
    }

    private static Case later(Case value) {
        return LIFECYCLE.advance(value, value.advancedTo().plusSeconds(1)).now();
    }

    private static Set<String> keys(List<Notice> notices) {
        return notices.stream().map(Notice::key).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The case without the duties, escalations and warnings that only another case has, and without how often and when
     * people were told of what had left before: that stays as it was told.
     */
    private static Case withoutLeft(Case found, Case other, Set<String> left) {
        Set<String> known = keys(other.notices());
        return new Case(
                found.complaint(),
                found.packs(),
                found.parameters(),
                found.engine(),
                found.calendars(),
                found.round(),
                found.state(),
                found.outcome(),
                found.complainantCount(),
                found.assignee(),
                found.register(),
                found.decisions(),
                found.deadlines(),
                found.previousDeadlines(),
                found.duties().stream()
                        .filter(d -> known.contains(d.key()) && !left.contains(d.key()))
                        .toList(),
                found.prohibitions(),
                found.findings(),
                found.escalations().stream()
                        .filter(e -> known.contains(e.key()) && !left.contains(e.key()))
                        .toList(),
                found.warnings().stream()
                        .filter(w -> known.contains(w.key()) && !left.contains(w.key()))
                        .toList(),
                found.steps(),
                found.events(),
                found.withoutEffect(),
                found.reasons().stream()
                        .filter(reason -> !reason.answer().equals("escalateAgain"))
                        .toList(),
                found.retentions(),
                found.confidences(),
                found.progress(),
                found.advancedTo());
    }
}
