package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.desk.Related.Relation;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.json.CaseJson;
import org.complaintkit.json.StoredCaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.junit.jupiter.api.Test;

class RelatedTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private final TestClock clock = new TestClock(MONDAY.plus(Duration.ofDays(90)));
    private final InMemoryCaseRepository repository = new InMemoryCaseRepository();
    private final ComplaintDesk desk = ComplaintDesk.under(TestRules.book())
            .repository(repository)
            .clock(clock)
            .open();

    private static Complainant person(String name, String contact) {
        return new Complainant("INDIVIDUAL", false, true, false, Personal.of(name), Personal.of(contact));
    }

    private static Complaint complaint(String id, int day, Complainant who, String unit) {
        return Complaint.received(id, MONDAY.plus(Duration.ofDays(day)), "TELEPHONE")
                .category("SERVICE")
                .complainant(who)
                .about(unit, "")
                .text("My words")
                .given("note", "call Mrs Li back")
                .build();
    }

    private void happens(String caseId, String type, int day) {
        Instant at = MONDAY.plus(Duration.ofDays(day));
        desk.handle(
                caseId,
                new CaseEvent(
                        type + day,
                        type,
                        "UNIT",
                        "",
                        at,
                        at,
                        Map.of("reason", "Mrs Li was called", "limit", "2026-04-01")));
    }

    @Test
    void what_the_rules_decide_on_is_the_matter_and_one_person_need_not_name_the_unit() {
        ComplaintDesk reading = ComplaintDesk.under(TestRules.book())
                .repository(repository)
                .signals(complaint -> List.of())
                .clock(clock)
                .open();
        Complaint first = sparse("S-1", 0, person("Li", "13900001111"), "", "They were rude");
        reading.receive(first);
        reading.receive(sparse("S-2", 1, person("Wang", "13900002222"), "", "They were rude"));
        reading.receive(sparse("S-3", 1, person("Li", "13900001111"), "", "Another thing"));

        assertThat(reading.related(
                        sparse("S-4", 2, person("Li", "13900001111"), "Outlet 1", " They were rude"), MONDAY))
                .containsExactly(new Related("S-1", Relation.DUPLICATE));
        assertThat(reading.related(sparse("S-5", 2, person("Zhou", ""), "", "They were rude"), MONDAY))
                .isEmpty();
        assertThat(reading.related(first, MONDAY)).isEmpty();
    }

    private static Complaint sparse(String id, int day, Complainant who, String unit, String words) {
        return Complaint.received(id, MONDAY.plus(Duration.ofDays(day)), "TELEPHONE")
                .complainant(who)
                .about(unit, "")
                .text(words)
                .build();
    }

    @Test
    void the_same_person_is_a_duplicate_before_the_answer_and_a_repeat_after_it_and_others_are_a_group() {
        desk.receive(complaint("C-1", 0, person("Li", "+86 139-0000 1111"), "Outlet 1"));
        desk.receive(complaint("C-2", 1, person("Wang", "13900002222"), "Outlet 1"));
        desk.receive(complaint("C-3", 1, person("Li", "+86 139-0000 1111"), "Outlet 2"));
        Complaint again = complaint("C-4", 5, person("LI", "\uff0b8613900001111"), "Outlet 1");

        assertThat(desk.related(again, MONDAY))
                .containsExactly(new Related("C-1", Relation.DUPLICATE), new Related("C-2", Relation.GROUP));
        happens("C-1", "REPLIED_TO_CUSTOMER", 3);
        assertThat(desk.related(again, MONDAY))
                .containsExactly(new Related("C-1", Relation.REPEAT), new Related("C-2", Relation.GROUP));
        assertThat(desk.related(again, MONDAY.plus(Duration.ofDays(2)))).isEmpty();
        assertThat(desk.casesOf(person("", "+8613900001111")))
                .extracting(Case::id)
                .containsExactly("C-1", "C-3");
    }

    @Test
    void who_gave_neither_name_nor_contact_is_nobodys_equal() {
        assertThat(person("", "").samePerson(person("", ""))).isFalse();
        assertThat(person("li", "").samePerson(person("LI", "1"))).isTrue();
        assertThat(person("Li", "1").samePerson(person("Li", "2"))).isFalse();
    }

    @Test
    void two_names_at_one_telephone_are_two_persons() {
        assertThat(person("Li", "1").samePerson(person("Wang", "1"))).isFalse();
        assertThat(person("Li", "1").differs(person("Wang", "1"))).isTrue();
        assertThat(person("Li", "1").samePerson(person("", "1"))).isTrue();
        assertThat(person("Li", "").differs(person("", "1"))).isFalse();
        assertThat(person("Li", "").samePerson(person("", "1"))).isFalse();

        desk.receive(complaint("C-1", 0, person("Li", "13900001111"), "Outlet 1"));
        assertThat(desk.related(complaint("C-2", 1, person("Wang", "13900001111"), "Outlet 1"), MONDAY))
                .containsExactly(new Related("C-1", Relation.GROUP));
    }

    @Test
    void an_archived_case_can_be_erased_and_says_the_same_of_what_was_owed() {
        desk.receive(complaint("C-1", 0, person("Mrs Li", "13900001111"), "Outlet 1"));
        assertThatThrownBy(() -> desk.erase("C-1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("CASE_NOT_ARCHIVED");
        happens("C-1", "REPLIED_TO_CUSTOMER", 1);
        happens("C-1", "CLOSED_EVENT", 2);
        happens("C-1", "ARCHIVED_EVENT", 3);
        String before = CaseJson.write("C-1", desk.find("C-1").orElseThrow(), TestPolicy.ZONE);

        desk.erase("C-1");

        Case erased = desk.find("C-1").orElseThrow();
        assertThat(StoredCaseJson.write(erased, ""))
                .doesNotContain("Li")
                .doesNotContain("1390")
                .doesNotContain("words")
                .contains("\"limit\":\"erased\"");
        assertThat(CaseJson.write("C-1", erased, TestPolicy.ZONE)).isEqualTo(before);
        List<AuditEntry> trail = repository.audit("C-1");
        assertThat(AuditTrail.firstBroken(trail, trail.get(trail.size() - 1).hash()))
                .isEmpty();
    }
}
