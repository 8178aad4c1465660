package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.lifecycle.Step;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.Transition;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * All states of a case that so many events can lead to, by breadth, equal ones merged; none of them is forbidden.
 * {@code -Dcomplaintkit.depth=N} says how many events.
 */
class ReachableStatesTest {
    private static final int DEPTH = Integer.getInteger("complaintkit.depth", 3);
    private static final RuleBook BOOK = TestRules.book();
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final List<CaseEvent> MORE = List.of(
            event("EXTENSION_GRANTED", Map.of()),
            event("GRADED", Map.of("grade", "COMPLEX")),
            event("CONTACTED", Map.of()),
            event("REPLIED_TO_FORWARDER", Map.of()),
            event("DUTY_FULFILLED", Map.of("duty", "REPLY_FORWARDER")),
            event("MEDIA_EVENT", Map.of("facts", List.of("MEDIA_CONTACT"))));

    private static CaseEvent event(String type, Map<String, Object> data) {
        return new CaseEvent("", type, "UNIT", "", MONDAY, MONDAY, data);
    }

    @ParameterizedTest
    @CsvSource({"TELEPHONE,true", "GOVERNMENT,true", "GOVERNMENT,false"})
    void no_forbidden_state_is_reachable(String channel, boolean reachable) {
        Case first = new Lifecycle(List.of(BOOK), CalendarRegistry.standard(), Organisation.UNKNOWN)
                .receive(Complaint.received("C-1", MONDAY, channel)
                        .complainant(new Complainant(
                                "INDIVIDUAL", !reachable, reachable, false, Personal.none(), Personal.none()))
                        .category("SERVICE")
                        .about("U-1", "P-1")
                        .build())
                .now();
        Map<Object, Case> seen = new HashMap<>();
        seen.put(merged(first), first);
        List<Case> level = List.of(first);
        for (int depth = 1; depth <= DEPTH; depth++) {
            List<Case> next = level.parallelStream()
                    .flatMap(before -> successors(before).stream())
                    .toList();
            List<Case> fresh = new ArrayList<>();
            for (Case each : next) {
                if (seen.putIfAbsent(merged(each), each) == null) {
                    fresh.add(each);
                }
            }
            level = fresh;
        }
        Set<String> states = seen.values().stream().map(Case::state).collect(Collectors.toCollection(TreeSet::new));
        System.out.printf(
                Locale.ROOT, "%s, reachable %s: %,d states after %d events%n", channel, reachable, seen.size(), DEPTH);
        assertThat(states).contains("INVESTIGATING", "REPLIED", "CLOSED", "WITHDRAWN", "ARCHIVED");
    }

    private static List<Case> successors(Case before) {
        List<Case> after = new ArrayList<>();
        Instant at = before.advancedTo().plus(Duration.ofMinutes(10));
        List<CaseEvent> events = new ArrayList<>(MORE);
        BOOK.policy().transitions().stream()
                .map(row -> event(row.event().type(), Map.of()))
                .filter(event -> !events.contains(event))
                .forEach(events::add);
        for (CaseEvent event : events) {
            step(before, Optional.of(event), at).ifPresent(after::add);
        }
        before.nextMoment()
                .flatMap(moment -> step(before, Optional.empty(), moment))
                .ifPresent(after::add);
        return after;
    }

    /** One event, or a lapse of time, through a desk of its own. */
    private static Optional<Case> step(Case before, Optional<CaseEvent> happening, Instant at) {
        CaseRepository store = new InMemoryCaseRepository();
        store.save(CaseChange.first(before, List.of(), AuditTrail.next(null, "C-1", "x", at, "")));
        ComplaintDesk desk = ComplaintDesk.under(BOOK)
                .repository(store)
                .clock(new TestClock(at))
                .open();
        try {
            happening.ifPresentOrElse(
                    event -> desk.handle(
                            "C-1",
                            new CaseEvent(
                                    "e" + before.events().size(), event.type(), event.by(), "", at, at, event.data())),
                    desk::sweep);
        } catch (InvalidInputException e) {
            assertThat(store.load("C-1").orElseThrow().value()).isEqualTo(before);
            return Optional.empty();
        }
        Case after = store.load("C-1").orElseThrow().value();
        allowed(before, after);
        return Optional.of(after);
    }

    private static void allowed(Case before, Case after) {
        boolean archived = before.state().equals("ARCHIVED");
        assertThat(archived && after.events().size() > before.events().size())
                .as("an event after ARCHIVED")
                .isFalse();
        List<Step> taken =
                after.steps().subList(before.steps().size(), after.steps().size());
        String from = before.state();
        for (Step step : taken) {
            String left = from;
            List<Transition> rows = BOOK.policy().transitions().stream()
                    .filter(row -> row.from().contains(left) && row.to().equals(step.state()))
                    .toList();
            assertThat(rows).as("%s to %s", left, step.state()).isNotEmpty();
            if (step.event().equals("CLOSED_EVENT")) {
                assertThat(after.duties())
                        .as("closed with a blocking duty")
                        .noneMatch(duty -> !duty.fulfilled()
                                && duty.round() == after.round()
                                && BOOK.policy().duties().get(duty.code()).blocksClosing());
            }
            from = step.state();
        }
        assertThat(after.decision().owner()).isNotEqualTo("PARTY");
        assertThat(after.assignee().person()).isNotEqualTo("P-1");
        assertThat(after.notices()).extracting(Notice::key).doesNotHaveDuplicates();
        assertThat(after.notices())
                .extracting(Notice::key)
                .containsAll(before.notices().stream().map(Notice::key).toList());
        assertThat(after.round()).isBetween(before.round(), before.round() + 1);
        for (Deadline deadline : after.deadlines()) {
            DeadlineState state = deadline.state(after.advancedTo());
            assertThat(state == DeadlineState.MET
                            && deadline.limit().passedBy(Objects.requireNonNull(deadline.endedAt())))
                    .as("%s met after its limit", deadline.id())
                    .isFalse();
            assertThat(state == DeadlineState.OPEN && deadline.limit().passedBy(after.advancedTo()))
                    .isFalse();
            assertThat(deadline.warnAt()).allMatch(deadline.limit().at()::isAfter);
        }
        assertThat(after.nextMoment().orElse(Instant.MAX)).isAfter(after.advancedTo());
    }

    /** What decides how a case goes on, times relative to where it stands, in hours. */
    private static Object merged(Case value) {
        Instant now = value.advancedTo();
        return List.of(
                value.state(),
                Math.min(value.round(), 3),
                value.outcome(),
                value.labels(),
                value.decision().complexity(),
                value.progress().recognised().keySet(),
                value.duties().stream()
                        .filter(duty -> duty.round() == value.round())
                        .map(duty -> duty.code() + duty.fulfilled())
                        .toList(),
                value.escalations().stream()
                        .filter(each -> each.round() == value.round())
                        .map(each -> each.id())
                        .toList(),
                value.deadlines().stream()
                        .map(deadline -> deadline.id()
                                + deadline.state(now)
                                + deadline.stopped()
                                + deadline.moments().filter(now::isBefore).count())
                        .toList());
    }
}
