package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.fixture.Indicators;
import org.complaintkit.fixture.RecordedLog;
import org.complaintkit.fixture.TestBook;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.json.CaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.Dimension;
import org.complaintkit.policy.Policy;
import org.complaintkit.report.IndicatorValue;
import org.complaintkit.report.Measured;
import org.complaintkit.report.ReportContent;
import org.complaintkit.report.ReportCsv;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.repository.StoredCase;
import org.junit.jupiter.api.Test;

/**
 * Names, numbers and addresses through whole lives, in the fields made for them and in those they must not come into; then
 * every text is searched that the library printed.
 */
class PersonalDataSimulation {
    private static final List<String> CANARIES = List.of(
            "Zhang Birdsong",
            "BIRDSONGWANG",
            "13800138000",
            "11010119900307771X",
            "88 Birdsong Road",
            "birdsong@example.org",
            "\u738b\u91d1\u4e1d\u96c0");
    private static final List<String> TRACES = List.of("birdsong", "13800138000", "110101199003", "\u91d1\u4e1d\u96c0");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Set<String> printed = new TreeSet<>();
    private final List<Situation> situations = new ArrayList<>();
    private int refusals;

    @Test
    void no_canary_is_found_in_anything_that_is_printed() {
        for (long seed = 0; seed < 12; seed++) {
            live(Script.of(seed));
        }
        for (Situation situation : situations) {
            printed.addAll(Strewn.texts(situation));
        }
        printed.addAll(RecordedLog.lines());

        assertThat(refusals).isGreaterThan(100);
        assertThat(printed)
                .hasSizeGreaterThan(1_000)
                .anyMatch(text -> text.contains("could not be moved on"))
                .anyMatch(text -> text.contains("was not taken"))
                .anyMatch(text -> text.startsWith("Complainant["))
                .anyMatch(text -> text.startsWith("AuditEntry["))
                .anyMatch(text -> text.startsWith("IndicatorValue["))
                .anyMatch(text -> text.startsWith("Happening["));
        assertThat(leaks(printed)).isEmpty();
    }

    private static List<String> leaks(Collection<String> texts) {
        return texts.stream()
                .filter(text -> TRACES.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains))
                .limit(5)
                .toList();
    }

    @Test
    void a_leak_planted_in_an_exception_a_statistic_or_an_audit_entry_is_found() {
        for (String canary : CANARIES) {
            told(() -> {
                throw InvalidInputException.of("PLANTED", "planted")
                        .value(canary)
                        .rule("none")
                        .wayOut("none")
                        .build();
            });
            assertThat(leaks(printed)).as("exception").hasSize(1);
            printed.clear();
            Measured one = new Measured(1, 1, null);
            Set<String> statistic = Strewn.texts(new IndicatorValue.Group(canary, 1, null, one, one));
            assertThat(leaks(statistic)).as("statistic").hasSize(1);
            Set<String> entry = Strewn.texts(new AuditEntry("C-0", 1, "NOTE " + canary, Instant.EPOCH, "", "", ""));
            assertThat(leaks(entry)).as("audit").hasSize(1);
        }
    }

    private void live(Script script) {
        CaseRepository store = new InMemoryCaseRepository();
        TestClock clock = new TestClock(script.end());
        ComplaintDesk desk = desk(store, clock);
        int count = 0;
        for (Script.Step step : script.steps()) {
            clock.set(step.at());
            String canary = CANARIES.get(count++ % CANARIES.size());
            if (step instanceof Script.Receive receive) {
                told(() -> desk.receive(withCanary(receive.complaint(), canary)));
            } else if (step instanceof Script.Handle handle) {
                told(() -> desk.handle(handle.caseId(), withCanary(handle.event(), canary)));
                told(() -> desk.may(handle.caseId(), withCanary(handle.event(), canary)));
                misplaced(handle.event(), canary).forEach(event -> told(() -> desk.handle(handle.caseId(), event)));
            } else {
                told(desk::sweep);
            }
        }
        clock.go(Duration.ofDays(100));
        told(() -> desk(new Stumbling(store, "C-0"), clock).sweep());
        told(desk::sweep);
        statistics(store);
        for (String id : List.of("C-0", "C-1", "C-2")) {
            store.load(id).ifPresent(stored -> {
                Case value = stored.value();
                printed.addAll(Strewn.texts(stored, store.audit(id)));
                printed.add(CaseJson.write("q", value, ZONE));
                told(() -> desk.receive(Complaint.received(id, value.complaint().receivedAt(), "LETTER")
                        .text(CANARIES.get(0))
                        .build()));
            });
        }
    }

    private ComplaintDesk desk(CaseRepository store, TestClock clock) {
        List<TestBook.Rule> rules = new ArrayList<>(TestRules.all());
        rules.add(TestBook.rule("T-99 sees all", Stage.CHECKS, Answer.FINDING, "BY_PARTY", situation -> {
            if (situations.size() < 200) {
                situations.add(situation);
            }
            return false;
        }));
        return ComplaintDesk.under(new TestBook(TestPolicy.policy(), rules))
                .repository(store)
                .clock(clock)
                .dutyPort(notice -> {
                    printed.addAll(Strewn.texts(notice));
                    throw new IllegalStateException("no line to " + CANARIES);
                })
                .open();
    }

    /** The figures of all years, by everything that they can be grouped by. */
    private void statistics(CaseRepository store) {
        List<Case> cases = List.of("C-0", "C-1", "C-2").stream()
                .flatMap(id -> store.load(id).stream())
                .map(StoredCase::value)
                .toList();
        Policy policy = Indicators.policy(
                Arrays.stream(Dimension.values()).map(by -> "COUNT; " + by).toArray(String[]::new));
        for (String year : List.of("2025", "2026")) {
            ReportContent content = ReportContent.special(policy, ReportPeriod.parse(year), cases.stream());
            printed.addAll(Strewn.texts(content));
            printed.add(ReportCsv.write(content, policy.vocabulary(), Locale.ENGLISH));
        }
    }

    private interface Call {
        Object answer();
    }

    private void told(Call call) {
        try {
            printed.addAll(Strewn.texts(call.answer()));
        } catch (InvalidInputException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            printed.add(trace.toString());
            refusals++;
        }
    }

    private static Complaint withCanary(Complaint from, String canary) {
        Complainant who = from.complainant();
        return Complaint.received(from.id(), from.receivedAt(), from.channel())
                .receivedBy(from.receivedBy())
                .complainant(new Complainant(
                        who.type(),
                        who.anonymous(),
                        who.reachable(),
                        who.vip(),
                        Personal.of("Li " + canary),
                        Personal.of(canary)))
                .categories(from.intakeCategories())
                .facts(from.facts())
                .complainantCount(from.complainantCount())
                .given("linkedTo", canary)
                .given("attachments", "scan of " + canary)
                .text("I am " + canary)
                .build();
    }

    private static CaseEvent withCanary(CaseEvent from, String canary) {
        Map<String, Object> data = new TreeMap<>(from.data());
        data.putIfAbsent("reason", "spoke to " + canary);
        data.put("customer", canary);
        List.of("cause", "remedy", "level").forEach(key -> data.putIfAbsent(key, canary));
        data.put("address", List.of(canary, "and " + canary));
        return new CaseEvent(
                from.id(), from.type(), from.by(), from.person(), from.occurredAt(), from.recordedAt(), data);
    }

    /** The canary where a code, a number or the name of a thing belongs. */
    private static List<CaseEvent> misplaced(CaseEvent from, String canary) {
        List<CaseEvent> events = new ArrayList<>();
        for (String key :
                List.of("outcome", "facts", "kind", "deadline", "form", "escalation", "duty", "round", "amount")) {
            events.add(with(from, from.type(), from.by(), Map.of(key, canary)));
            events.add(with(from, from.type(), from.by(), Map.of(key, Map.of(canary, canary))));
        }
        events.add(with(from, canary, from.by(), Map.of()));
        events.add(with(from, from.type(), canary.toUpperCase(Locale.ROOT), Map.of("count", canary)));
        return events;
    }

    private static CaseEvent with(CaseEvent from, String type, String by, Map<String, Object> data) {
        return new CaseEvent(from.id() + "/misplaced", type, by, "", from.occurredAt(), from.recordedAt(), data);
    }
}
