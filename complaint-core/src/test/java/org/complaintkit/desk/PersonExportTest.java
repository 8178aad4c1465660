package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.fixture.TestBook;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.model.Personal;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks gets all that is held of that person, and nothing that is held of another. */
class PersonExportTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final Complainant LI = person("Li Canary", "13900001111");
    private static final Complainant WANG = person("Wang Sparrow", "13900002222");

    private final TestClock clock = new TestClock(MONDAY.plus(Duration.ofDays(20)));
    private final InMemoryCaseRepository repository = new InMemoryCaseRepository();
    private final Organisation staff = new Organisation() {
        @Override
        public List<Holder> holders(String role, String unit, LocalDate day) {
            return List.of(new Holder("clerk-7", unit, false));
        }

        @Override
        public Optional<String> superior(String unit, LocalDate day) {
            return Optional.empty();
        }
    };
    private final ComplaintDesk desk = ComplaintDesk.under(
                    TestRules.book(), new TestBook(TestPolicy.policy("U"), TestRules.all()))
            .repository(repository)
            .organisation(staff)
            .clock(clock)
            .open();

    private static Complainant person(String name, String contact) {
        return new Complainant("INDIVIDUAL", false, true, false, Personal.of(name), Personal.of(contact));
    }

    private static Complaint complaint(String id, Complainant who, String words) {
        return Complaint.received(id, MONDAY, "TELEPHONE")
                .category("SERVICE")
                .complainant(who)
                .about("Outlet 1", "teller-9")
                .text(words)
                .given("note", words)
                .build();
    }

    @BeforeEach
    void threeCases() {
        desk.receive(complaint("C-1", LI, "teller-9 was rude to me, said Canary"));
        desk.receive(complaint("C-2", LI, "again, said Canary"));
        desk.receive(complaint("C-3", WANG, "the same, said Sparrow"));
        Instant tuesday = MONDAY.plus(Duration.ofDays(1));
        for (String id : List.of("C-1", "C-3")) {
            desk.handle(
                    id,
                    new CaseEvent(
                            "n" + id,
                            "NOTE",
                            "UNIT",
                            "clerk-8",
                            tuesday,
                            tuesday,
                            Map.of("reason", "clerk-8 spoke to " + (id.equals("C-1") ? "Canary" : "Sparrow"))));
        }
        desk.handle(
                "C-1", new CaseEvent("t", "NOTE", "UNIT", "teller-9", tuesday, tuesday, Map.of("reason", "I regret")));
        desk.sweep();
    }

    @Test
    void a_customer_gets_every_case_event_duty_and_link_of_all_layers_without_the_names_of_staff() {
        String export = desk.export(person("", "+86 139-0000 1111".replace("+86 ", "")));

        assertThat(export)
                .contains("\"C-1\"", "\"C-2\"", "Li Canary", "13900001111", "*** was rude to me, said Canary")
                .contains("*** spoke to Canary", "C-1/T/DUTY/REPLY/1", "C-1/U/ESCALATION/T-E01/1", "TIME_PASSED")
                .doesNotContain("C-3", "Sparrow", "13900002222", "teller-9", "clerk-8", "clerk-7");
        repository.audit("C-1").forEach(link -> assertThat(export).contains(link.hash()));
        repository.audit("C-2").forEach(link -> assertThat(export).contains(link.hash()));
    }

    @Test
    void a_member_of_staff_gets_the_cases_about_that_person_without_customers_colleagues_and_their_words() {
        String export = desk.export("teller-9");

        assertThat(export)
                .contains("\"C-1\"", "\"C-2\"", "\"C-3\"", "teller-9", "I regret", "C-3/T/DUTY/REPLY/1")
                .doesNotContain("Canary", "Sparrow", "1390000", "clerk-8", "clerk-7", "rude");
        assertThat(desk.export("clerk-8")).contains("\"C-1\"", "\"C-3\"").doesNotContain("C-2", "teller-9", "I regret");
    }

    @Test
    void who_shares_a_telephone_gets_none_of_the_others_words() {
        desk.receive(complaint("C-4", person("Wang Sparrow", "13900001111"), "at home, said Sparrow"));

        assertThat(desk.export(LI)).contains("\"C-1\"", "\"C-2\"").doesNotContain("C-4", "Sparrow");
        assertThatThrownBy(() -> desk.export(person("", "13900001111")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("SEVERAL_PERSONS")
                .hasMessageNotContaining("1390000")
                .hasMessageNotContaining("Sparrow");
        assertThat(desk.casesOf(person("", "13900001111")))
                .extracting(Case::id)
                .containsExactlyInAnyOrder("C-1", "C-2", "C-4");
        assertThatThrownBy(() -> desk.export(person("Wang Sparrow", "")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("SEVERAL_PERSONS");
    }

    @Test
    void a_case_with_a_name_or_a_contact_alone_is_told_to_nobody_if_two_persons_share_it() {
        desk.receive(complaint("C-4", person("", "13900001111"), "who calls here"));
        desk.receive(complaint("C-5", person("Wang Sparrow", ""), "a letter"));
        assertThat(desk.export(LI)).contains("\"C-1\"", "\"C-2\"", "\"C-4\"");
        assertThat(desk.export(WANG)).contains("\"C-3\"", "\"C-5\"");

        desk.receive(complaint("C-6", person("Li Finch", "13900001111"), "from the same house"));
        desk.receive(complaint("C-7", person("Wang Sparrow", "13900003333"), "of the same name"));
        assertThat(desk.export(LI)).contains("\"C-1\"", "\"C-2\"").doesNotContain("C-4", "C-6", "who calls");
        assertThat(desk.export(person("Li Finch", "13900001111")))
                .contains("\"C-6\"")
                .doesNotContain("C-4", "C-1");
        assertThat(desk.export(WANG)).contains("\"C-3\"").doesNotContain("C-5", "C-7", "a letter");
        assertThat(desk.casesOf(LI)).extracting(Case::id).containsExactly("C-1", "C-2", "C-4");
        assertThatThrownBy(() -> desk.export(LI, person("", "13900001111"))).hasMessageContaining("SEVERAL_PERSONS");
    }

    @Test
    void a_person_who_is_named_by_each_contact_contests_no_case_of_the_own() {
        Complainant byMail = person("Li Canary", "li@bank.example");
        desk.receive(complaint("C-4", byMail, "by mail"));
        desk.receive(complaint("C-5", person("Li Canary", ""), "a letter"));

        assertThat(desk.export(LI)).as("the mail may be another's").doesNotContain("C-5");
        assertThat(desk.export(LI, byMail)).contains("\"C-1\"", "\"C-2\"", "\"C-4\"", "\"C-5\"");
        assertThat(desk.export(person("", "13900001111")))
                .as("who gave the name alone differs from nobody")
                .contains("\"C-1\"", "\"C-2\"");
    }

    @Test
    void one_person_with_several_contacts_is_named_by_each() {
        Complainant byMail = person("Li Canary", "li@bank.example");
        desk.receive(complaint("C-4", byMail, "by mail, said Canary"));
        desk.receive(complaint("C-5", person("Li Canary", ""), "without a contact, said Canary"));

        assertThat(desk.export(LI)).contains("\"C-1\"", "\"C-2\"").doesNotContain("C-4", "C-5", "Sparrow");
        assertThat(desk.export(LI, byMail))
                .contains("\"C-1\"", "\"C-2\"", "\"C-4\"", "\"C-5\"")
                .doesNotContain("C-3", "Sparrow");
        assertThat(desk.casesOf(LI, byMail)).hasSize(4);
    }

    @Test
    void a_stranger_gets_nothing() {
        assertThat(desk.export(person("Zhou", "1"))).doesNotContain("C-").contains("\"cases\":[]");
        assertThat(desk.export("nobody")).contains("\"cases\":[]");
        assertThat(desk.export("")).contains("\"cases\":[]");
    }

    @Test
    void an_erased_case_is_nobodys_any_more() {
        Instant later = MONDAY.plus(Duration.ofDays(2));
        for (String type : List.of("REPLIED_TO_CUSTOMER", "CLOSED_EVENT", "ARCHIVED_EVENT")) {
            desk.handle("C-2", CaseEvent.of(type, type, "UNIT", later));
        }
        desk.erase("C-2");

        assertThat(desk.export(LI)).contains("\"C-1\"").doesNotContain("\"C-2\"");
    }
}
