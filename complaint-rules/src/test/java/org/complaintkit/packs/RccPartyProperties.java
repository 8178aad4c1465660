package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.duty.Duty;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Assignee;
import org.complaintkit.model.Organisation;
import org.complaintkit.packs.RccLives.Life;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Roles;
import org.complaintkit.rules.Packs;

/** Whoever is complained about never gets the complaint into his hands (RCC-11d), over the whole way. */
class RccPartyProperties {
    private static final String DEPARTMENT = "rcc.violation.department";
    private static final String NO_SUPERVISION = "SUPERVISION_DEPT_OF_REPORTED_UNIT";
    private static final Packs PACKS = Packs.shipped();
    private static final RuleBook BOOK = PACKS.get("RCC");
    private static final Policy POLICY = BOOK.policy();

    @AfterContainer
    static void close() {
        PACKS.close();
    }

    @Property(tries = 300)
    @StatisticsReport(onFailureOnly = true)
    void the_person_complained_about_is_never_handed_nor_told_anything(
            @ForAll("lives") Life life, @ForAll("staffs") Staff staff, @ForAll("departments") String department) {
        List<Notice> left = new ArrayList<>();
        ComplaintDesk desk = ComplaintDesk.under(BOOK.with(Map.of(DEPARTMENT, department)))
                .clock(Clock.fixed(life.end(), POLICY.zone()))
                .organisation(staff)
                .dutyPort(left::add)
                .open();
        String party = life.matter().party();

        untouched(desk.receive(life.complaint()).now(), party);
        for (CaseEvent event : life.events()) {
            Case now = desk.handle("C-1", event).now();
            untouched(now, party);
            assertThat(now.withoutEffect().contains(event.id()) || !handsOver(event, party))
                    .as("handed to the party by %s", event)
                    .isTrue();
        }
        desk.sweep();
        Case last = desk.find("C-1", life.end()).orElseThrow();
        untouched(last, party);
        left.forEach(notice -> passes(notice, party));

        String role = last.decision().owner();
        Statistics.label("assignee").collect(last.assignee().known());
        Statistics.label("party is a candidate")
                .collect(
                        staff
                                .holders(
                                        role,
                                        life.matter().unit(),
                                        last.advancedTo().atZone(POLICY.zone()).toLocalDate())
                                .stream()
                                .anyMatch(holder -> holder.person().equals(party)));
        Statistics.label("kinds")
                .collect(left.stream().map(Notice::kind).distinct().count());
        Statistics.label("apology owed").collect(last.duties().stream().anyMatch(duty -> owedByParty(duty.code())));
        Statistics.label("replied")
                .collect(last.steps().stream().anyMatch(step -> step.state().equals("REPLIED")));
        covered("apology owed", true);
        covered("replied", true);
        covered("assignee", true);
        covered("party is a candidate", true);
        covered("kinds", 3L);
    }

    @Property(tries = 50)
    void a_violation_is_determined_by_any_role_that_can_handle_one(@ForAll("departments") String department) {
        assertThat(BOOK.with(Map.of(DEPARTMENT, department))
                        .policy()
                        .parameters()
                        .text(DEPARTMENT))
                .isEqualTo(department);
    }

    @Property
    void a_violation_is_never_determined_by_the_party_or_the_customer(@ForAll("never") String department) {
        assertThat(refusal(department)).isEqualTo("ROLE_CANNOT_HANDLE");
    }

    private static String refusal(String department) {
        return catchThrowableOfType(InvalidInputException.class, () -> BOOK.with(Map.of(DEPARTMENT, department)))
                .code();
    }

    private static void untouched(Case now, String party) {
        Decision decision = now.decision();
        Set<String> hands = new TreeSet<>(decision.assists());
        hands.addAll(decision.supervisors());
        hands.add(decision.owner());
        assertThat(hands).doesNotContain(Roles.PARTY, Roles.CUSTOMER, Roles.OWNER);
        isNot(now.assignee(), party);
        now.duties().stream().filter(duty -> !owedByParty(duty.code())).forEach(duty -> {
            assertThat(duty.role()).as(duty.code()).isNotEqualTo(Roles.PARTY);
            isNot(duty.assignee(), party);
        });
        now.duties().stream()
                .filter(duty -> owedByParty(duty.code()))
                .map(Duty::assignee)
                .forEach(owing -> assertThat(owing.person()).isEqualTo(party));
        now.escalations().forEach(escalation -> {
            assertThat(escalation.to()).doesNotContain(Roles.PARTY);
            escalation.addressees().forEach(told -> isNot(told, party));
        });
        now.warnings().forEach(warning -> passes(warning, party));
    }

    private static void passes(Notice notice, String party) {
        if (notice.kind() != Notice.Kind.DUTY || !owedByParty(notice.code())) {
            notice.to().forEach(told -> isNot(told, party));
        }
    }

    private static void isNot(Assignee assignee, String party) {
        assertThat(assignee.role()).isNotEqualTo(Roles.PARTY);
        if (!party.isEmpty()) {
            assertThat(assignee.person()).as(assignee.role()).isNotEqualTo(party);
        }
    }

    private static boolean owedByParty(String duty) {
        return Objects.requireNonNull(POLICY.duties().get(duty)).role().equals(Roles.PARTY);
    }

    private static boolean handsOver(CaseEvent event, String party) {
        return Set.of("ASSIGNED_EVENT", "TRANSFER_SIGNED").contains(event.type())
                && (event.values("to").contains(Roles.PARTY)
                        || (!party.isEmpty() && event.values("to").contains(party)));
    }

    private static void covered(String label, Object value) {
        Statistics.label(label).coverage(checker -> checker.check(value).count(tries -> tries > 0));
    }

    @Provide
    Arbitrary<Life> lives() {
        return RccLives.of(POLICY);
    }

    @Provide
    Arbitrary<String> departments() {
        return Arbitraries.of(roles()).filter(Roles::mayHandle);
    }

    @Provide
    Arbitrary<String> never() {
        return Arbitraries.of(Roles.PARTY, Roles.CUSTOMER, Roles.OWNER);
    }

    @Provide
    Arbitrary<Staff> staffs() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4).list().ofSize(4),
                        Arbitraries.of(Staffing.class),
                        Arbitraries.of(true, false),
                        Arbitraries.longs())
                .as(Staff::new)
                .withoutEdgeCases();
    }

    private static Set<String> roles() {
        return POLICY.vocabulary().kind("ROLE").keySet();
    }

    /** Whom the organisation names for a role. */
    enum Staffing {
        PARTY_ALONE,
        PARTY_PRESENT_OTHERS_ABSENT,
        PARTY_BEFORE_OTHERS,
        ANYBODY
    }

    /**
     * Four units; who holds a role in them changes from week to week, and is the person complained about often.
     *
     * @param superiors the superior of each unit, by its number; 4 for none, so that circles occur
     * @param seed decides who is {@link Staffing#ANYBODY}
     */
    record Staff(List<Integer> superiors, Staffing staffing, boolean withoutSupervision, long seed)
            implements Organisation {

        @Override
        public List<Holder> holders(String role, String unit, LocalDate day) {
            if (withoutSupervision && role.equals(NO_SUPERVISION)) {
                return List.of();
            }
            return switch (staffing) {
                case PARTY_ALONE -> List.of(new Holder(RccLives.PARTY, unit, false));
                case PARTY_PRESENT_OTHERS_ABSENT ->
                    List.of(
                            new Holder("P1", unit, true),
                            new Holder(RccLives.PARTY, unit, false),
                            new Holder("P2", unit, true));
                case PARTY_BEFORE_OTHERS ->
                    List.of(new Holder(RccLives.PARTY, unit, false), new Holder("P3", unit, false));
                case ANYBODY -> anybody(unit, new Random(seed ^ (role + unit + day.getDayOfYear() / 7).hashCode()));
            };
        }

        @Override
        public Optional<String> superior(String unit, LocalDate day) {
            int number = List.of("U0", "U1", "U2", "U3").indexOf(unit);
            return number < 0 || superiors.get(number) == 4
                    ? Optional.empty()
                    : Optional.of("U" + superiors.get(number));
        }

        private static List<Holder> anybody(String unit, Random random) {
            List<Holder> holders = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                holders.add(new Holder("P" + random.nextInt(4), unit, random.nextBoolean()));
            }
            return holders;
        }
    }
}
