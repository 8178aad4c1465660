package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.fixture.Indicators;
import org.complaintkit.fixture.TestBook;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.json.CaseJson;
import org.complaintkit.json.ReportJson;
import org.complaintkit.json.StoredCaseJson;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.Dimension;
import org.complaintkit.policy.Policy;
import org.complaintkit.report.ReportContent;
import org.complaintkit.report.ReportCsv;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.repository.InMemoryCaseRepository;

/** Names and numbers of persons, in whatever shape, under every key that no table reads: none is left after an erasure. */
class ErasureProperties {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final List<String> FREE = List.of(
            "reason",
            "note",
            "customer",
            "address",
            "phone",
            "account",
            "passport",
            "born",
            "person",
            "to",
            "via",
            "contents",
            "fields",
            "ground",
            "approvedBy",
            "cause",
            "remedy",
            "level",
            "grade",
            "unit",
            "finding",
            "sequence",
            "date");
    private static final List<String> TYPES = List.of(
            "NOTE",
            "CONTACTED",
            "ASSIGNED_EVENT",
            "EXTENSION_GRANTED",
            "GRADED",
            "FORM_RETURNED",
            "FOLLOWED_UP",
            "REPLIED_TO_CUSTOMER",
            "CLOSED_EVENT",
            "ARCHIVED_EVENT");

    private static final Policy POLICY = Indicators.policy(
            Stream.concat(Arrays.stream(Dimension.values()).map(Dimension::name), Stream.of("given.segment"))
                    .map(by -> "COUNT; " + by)
                    .toArray(String[]::new));
    private static final RuleBook[] BOOKS = {
        new TestBook(POLICY, TestRules.all()), new TestBook(TestPolicy.policy("U"), TestRules.all())
    };

    /** What identifies a person, as it is written and as a host may type it. */
    record Canary(String text, Object typed) {
        static Arbitrary<Canary> text(Arbitrary<String> texts) {
            return texts.map(text -> new Canary(text, text));
        }

        static Stream<Canary> number(String digits) {
            return Stream.of(
                    new Canary(digits, digits),
                    new Canary(digits, new BigDecimal(digits)),
                    new Canary(digits, List.of("and", new BigDecimal(digits))));
        }
    }

    @Provide
    Arbitrary<Canary> canaries() {
        Arbitrary<String> capitals =
                Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(2).ofMaxLength(9);
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofLength(8);
        Arbitrary<String> names = Arbitraries.of(
                        "ZQ%s", "Zq %s", "MRS.ZQ-%s", "ZQ_%s_LI", "\u738b\u91d1\u4e1d\u96c0%s", "zq.%s@bank.example")
                .flatMap(form -> capitals.map(letters -> String.format(Locale.ROOT, form, letters)));
        Arbitrary<String> papers = Arbitraries.of("E9%s", "G-9%s", "9%s7771X", "0571-9%s", "+86 139-%s", "KFB 9%s")
                .flatMap(form -> digits.map(each -> String.format(Locale.ROOT, form, each)));
        Arbitrary<String> born = Combinators.combine(
                        Arbitraries.integers().between(1931, 1999),
                        Arbitraries.integers().between(10, 12))
                .as((year, month) -> year + "-" + month + "-13");
        Arbitrary<Canary> numbers = Arbitraries.of("139%s", "62220%s7", "9%s", "88%s.51")
                .flatMap(form -> digits.map(each -> String.format(Locale.ROOT, form, each)))
                .flatMap(each -> Arbitraries.of(Canary.number(each).toList()));
        return Arbitraries.oneOf(Canary.text(names), Canary.text(papers), Canary.text(born), numbers);
    }

    @Property(tries = 50)
    void no_canary_of_any_shape_outlasts_an_erasure(@ForAll("canaries") Canary canary) {
        InMemoryCaseRepository store = new InMemoryCaseRepository();
        TestClock clock = new TestClock(MONDAY.plus(Duration.ofDays(90)));
        ComplaintDesk desk =
                ComplaintDesk.under(BOOKS).repository(store).clock(clock).open();
        desk.receive(complaint(canary));
        for (int i = 0; i < TYPES.size(); i++) {
            desk.handle("C-1", event(canary, i));
        }
        desk.sweep();
        assertThat(stored(store)).contains(canary.text());

        desk.erase("C-1");

        List<String> left = new ArrayList<>(List.of(stored(store), desk.export("clerk-8")));
        left.add(CaseJson.write("q", desk.find("C-1").orElseThrow(), TestPolicy.ZONE));
        left.add(store.audit("C-1").toString());
        Contents.waiting(store).forEach(notice -> left.add(StoredCaseJson.writeNotice(notice)));
        ReportContent report = ReportContent.special(POLICY, ReportPeriod.parse("2026"), desk.find("C-1").stream());
        left.add(ReportJson.write(report));
        left.add(ReportCsv.write(report, POLICY.vocabulary(), Locale.ENGLISH));
        assertThat(left).allSatisfy(text -> assertThat(text).doesNotContainIgnoringCase(canary.text()));
        assertThat(left.get(0)).contains("\"CARD-7\"", "\"retail\"", "1200000.5", "\"Outlet-12\"");
        assertThat(left.get(5 + Contents.waiting(store).size())).contains("CARD-7", "retail");
    }

    private static String stored(InMemoryCaseRepository store) {
        return StoredCaseJson.write(store.load("C-1").orElseThrow().value(), "");
    }

    private static Complaint complaint(Canary canary) {
        Complaint.Builder complaint = Complaint.received("C-1", MONDAY, "TELEPHONE")
                .category("SERVICE")
                .complainant(new Complainant(
                        "INDIVIDUAL", false, true, false, Personal.of(canary.text()), Personal.of(canary.text())))
                .text("I am " + canary.text())
                .about("Outlet-12", "teller-7")
                .given("product", "CARD-7")
                .given("segment", "retail");
        List.of("note", "attachments", "linkedTo", "onBehalfOf", "phone", "formIssued", "signals")
                .forEach(name -> complaint.given(name, canary.typed()));
        return complaint.given(canary.text(), true).build();
    }

    private static CaseEvent event(Canary canary, int day) {
        Map<String, Object> data = new TreeMap<>();
        FREE.forEach(key -> data.put(key, canary.typed()));
        data.put("amount", new BigDecimal("1200000.50"));
        data.put(canary.text(), true);
        Instant at = MONDAY.plus(Duration.ofDays(3L * day));
        return new CaseEvent("e" + day, TYPES.get(day), "UNIT", "clerk-8", at, at, data);
    }
}
