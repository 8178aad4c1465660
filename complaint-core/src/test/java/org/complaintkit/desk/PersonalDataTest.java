package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.RecordedLog;
import org.complaintkit.fixture.TestBook;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.json.CaseJson;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.junit.jupiter.api.Test;

/** Names that no output may carry are sent through the desk, and all that comes out is searched for them. */
class PersonalDataTest {
    private static final String CANARY = "Canary";
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private final CaseRepository repository = new InMemoryCaseRepository();
    private final TestClock clock = new TestClock(MONDAY.plusSeconds(600));
    private final List<Situation> seen = new ArrayList<>();
    private final List<Object> out = new ArrayList<>();

    private ComplaintDesk desk(CaseRepository at) {
        List<TestBook.Rule> rules = new ArrayList<>(TestRules.all());
        rules.add(TestBook.rule("T-99 sees all", Stage.CHECKS, Answer.FINDING, "BY_PARTY", seen::add));
        return ComplaintDesk.under(new TestBook(TestPolicy.policy(), rules))
                .repository(at)
                .clock(clock)
                .dutyPort(notice -> {
                    out.add(notice);
                    throw new IllegalStateException("cannot send to " + CANARY);
                })
                .open();
    }

    private static Complaint complaint(String id) {
        return Complaint.received(id, MONDAY, "TELEPHONE")
                .complainant(new Complainant(
                        "INDIVIDUAL",
                        false,
                        true,
                        false,
                        Personal.of("Li " + CANARY),
                        Personal.of("13800138000 " + CANARY)))
                .text("I, " + CANARY + ", was insulted.")
                .given("linkedTo", "case of " + CANARY)
                .build();
    }

    private static CaseEvent event(String id, String type, Instant at, Map<String, Object> data) {
        return new CaseEvent(id, type, "UNIT", "", at, at, data);
    }

    @Test
    void canaries_are_found_in_no_text_notice_trail_log_or_exception() {
        ComplaintDesk desk = desk(repository);
        Outcome received = desk.receive(complaint("C-1"));
        CaseEvent telling = event(
                "e1",
                "CONTACTED",
                clock.instant(),
                Map.of("reason", "spoke to " + CANARY, "fields", List.of(CANARY), "customer", CANARY));
        out.add(received);
        out.add(desk.handle("C-1", telling));
        out.add(desk.may("C-1", event("e2", "EXTENSION_GRANTED", clock.instant(), Map.of("reason", CANARY))));
        clock.go(Duration.ofDays(10));
        Sweep failed = desk(new Stumbling(repository, "C-1")).sweep();
        assertThat(failed.failures()).hasSize(1);
        out.add(failed);
        out.add(desk.sweep());
        out.add(telling);
        out.add(complaint("C-1"));
        out.addAll(complaintParts());
        out.addAll(seen);
        out.add(repository.load("C-1").orElseThrow());
        out.add(repository.audit("C-1"));
        out.add(Contents.waiting(repository));
        out.add(repository.load("C-1").orElseThrow().value().events());
        out.add(CaseJson.write("q", repository.load("C-1").orElseThrow().value(), ZoneId.of("Asia/Shanghai")));

        assertThat(seen).isNotEmpty();
        assertThat(Contents.waiting(repository)).extracting(Notice::key).isNotEmpty();
        assertThat(out).allSatisfy(each -> assertThat(each.toString()).doesNotContain(CANARY));
    }

    private static List<Object> complaintParts() {
        Complaint complaint = complaint("C-1");
        return List.of(
                complaint.complainant(),
                complaint.text(),
                complaint.complainant().name());
    }

    @Test
    void canaries_are_found_in_no_exception() {
        ComplaintDesk desk = desk(repository);
        desk.receive(complaint("C-1"));
        Map<String, Object> words = Map.of("reason", CANARY);
        desk.handle("C-1", event("e1", "NOTE", clock.instant(), words));
        List<Throwable> refused = List.of(
                catchThrowable(() -> desk.receive(complaintWithOther("words of " + CANARY))),
                catchThrowable(() -> desk.handle("C-1", event("e1", "NOTE", clock.instant(), Map.of("reason", "x")))),
                catchThrowable(() -> desk.handle("C-1", event("e2", "NOTE", clock.instant(), nested()))),
                catchThrowable(() -> desk.handle("C-1", event("e3", "NOTE", MONDAY.minusSeconds(1), words))),
                catchThrowable(() -> desk.handle("C-2", event("e4", "NOTE", clock.instant(), words))));

        assertThat(refused)
                .doesNotContainNull()
                .allSatisfy(each -> assertThat(each.toString()).doesNotContain(CANARY));
    }

    private static Complaint complaintWithOther(String text) {
        return Complaint.received("C-1", MONDAY, "TELEPHONE").text(text).build();
    }

    private static Map<String, Object> nested() {
        return Map.of("reason", Map.of("name", CANARY));
    }

    @Test
    void canaries_are_found_in_no_log() {
        ComplaintDesk desk = desk(repository);
        desk.receive(complaint("C-1"));
        clock.go(Duration.ofDays(10));
        desk(new Stumbling(repository, "C-1")).sweep();

        assertThat(RecordedLog.lines())
                .anyMatch(line -> line.contains("C-1/T/DUTY/REPLY/1"))
                .anyMatch(line -> line.contains("case C-1"))
                .noneMatch(line -> line.contains(CANARY));
    }
}
