package org.complaintkit.rules.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Signals;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.Parameters;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.drools.Facts;
import org.complaintkit.rules.syntax.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule reads is the one thing of the situation that bears the name, and what it says is passed on as it was said. */
class StageFactTest {
    private static final Parameters PARAMETERS = TestPack.good().policy().parameters();

    /** Values by the names of fields, each of them another one. */
    private static Map<String, Object> values(boolean flags) {
        Map<String, Object> values = new TreeMap<>();
        values.put("channel", "PHONE");
        values.put("receivedBy", "COUNTER");
        values.put("complainantType", "COMPANY");
        values.put("anonymous", flags);
        values.put("reachable", !flags);
        values.put("vip", flags);
        values.put("intakeCategories", Set.of("INTAKE"));
        values.put("signals", Set.of("SIGNAL"));
        values.put("labels", Set.of("LABEL"));
        values.put("causes", Set.of("CAUSE"));
        values.put("demands", Set.of("DEMAND"));
        values.put("claimedLoss", new BigDecimal("1.5"));
        values.put("complainantCount", 2L);
        values.put("given", Set.of("representatives", "requestedAmount", "kind", "kind=LOAN"));
        values.put("requestedAmount", new BigDecimal("7.25"));
        values.put("representatives", 3L);
        values.put("categories", Set.of("A", "B"));
        values.put("category", "A");
        values.put("complexity", "COMPLEX");
        values.put("grade", "HIGH");
        values.put("owner", "OWNER");
        values.put("assists", Set.of("HELPER"));
        values.put("approver", "APPROVER");
        values.put("outcome", "OURS");
        values.put("state", "ACCEPTED");
        values.put("round", 4L);
        values.put("event", "CONTACTED");
        values.put("eventBy", "ACTOR");
        values.put("byParty", flags);
        values.put("toParty", !flags);
        values.put("byUnit", flags);
        values.put("details", Set.of("reason"));
        values.put("eventAmount", new BigDecimal("8"));
        values.put("missing", List.of("FIELD"));
        values.put("occurred", List.of("EARLIER"));
        values.put("breached", Set.of("D-LATE"));
        values.put("overdue", flags);
        values.put("met", Set.of("D-MET"));
        values.put("targetMissed", Set.of("D-TARGET"));
        values.put("lowered", "LOW");
        values.put("graded", "MIDDLE");
        values.put("satisfaction", "CONTENT");
        values.put("settledAmount", new BigDecimal("9"));
        values.put("eventTotal", new BigDecimal("10"));
        values.put("today", 20251115L);
        values.put("receivedDay", 20240102L);
        return values;
    }

    private static Situation situation(boolean flags) {
        Complaint complaint = Complaint.received("C-1", Instant.EPOCH, "PHONE")
                .receivedBy("COUNTER")
                .complainant(new Complainant("COMPANY", flags, !flags, flags, Personal.none(), Personal.none()))
                .category("INTAKE")
                .causes(Set.of("CAUSE"))
                .demands(Set.of("DEMAND"))
                .claimedLoss(new BigDecimal("1.5"))
                .given("representatives", 3)
                .given("requestedAmount", new BigDecimal("7.25"))
                .given("kind", "LOAN")
                .build();
        return new Situation(
                complaint,
                new Situation.Answers(
                        Set.of("LABEL"),
                        Set.of("A", "B"),
                        "A",
                        "COMPLEX",
                        "HIGH",
                        "OWNER",
                        Set.of("HELPER"),
                        "APPROVER"),
                new Situation.Standing(
                        2,
                        "OURS",
                        "ACCEPTED",
                        4,
                        List.of("EARLIER"),
                        Set.of("D-LATE"),
                        flags,
                        Set.of("D-MET"),
                        Set.of("D-TARGET"),
                        "MIDDLE",
                        "LOW",
                        "CONTENT",
                        new BigDecimal("9"),
                        LocalDate.of(2025, 11, 15),
                        LocalDate.of(2024, 1, 2)),
                new Situation.Happening(
                        "CONTACTED",
                        "ACTOR",
                        flags,
                        !flags,
                        flags,
                        Set.of("reason"),
                        new BigDecimal("8"),
                        new BigDecimal("10"),
                        List.of("FIELD")),
                new Signals(List.of(), Set.of("SIGNAL"), false));
    }

    private static StageFact fact(Complaint complaint) {
        return Facts.of(
                Stage.CLASSIFICATION,
                Situation.of(complaint, ZoneOffset.UTC),
                PARAMETERS,
                (answer, code, detail) -> {});
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void each_field_tells_the_one_thing_that_bears_its_name(boolean flags) throws ReflectiveOperationException {
        Map<String, Object> values = values(flags);
        Situation situation = situation(flags);
        for (Stage stage : Stage.values()) {
            StageFact fact = Facts.of(stage, situation, PARAMETERS, (answer, code, detail) -> {});
            for (String field : Field.wordsAt(stage)) {
                assertThat(fact.getClass().getMethod(field).invoke(fact))
                        .as(stage + " " + field)
                        .isEqualTo(values.get(field));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_verb_proposes_what_it_says_by_a_code_or_by_the_code_that_a_parameter_holds(Stage stage)
            throws ReflectiveOperationException {
        List<String> said = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        StageFact fact = Facts.of(
                stage,
                situation(true),
                PARAMETERS,
                (answer, code, detail) -> said.add(answer + "(" + code + "," + detail + ")"));
        for (Answer answer : stage.answers()) {
            Class<?> type = fact.getClass();
            if (answer.arguments() == 2) {
                Method verb = type.getMethod(answer.verb(), String.class, String.class);
                verb.invoke(fact, "FIRST", "SECOND");
                expected.add(answer + "(FIRST,SECOND)");
            } else {
                type.getMethod(answer.verb(), String.class).invoke(fact, "CODE");
                type.getMethod(answer.verb(), ParameterName.class).invoke(fact, ParameterName.param("tst.department"));
                expected.add(answer + "(CODE,)");
                expected.add(answer + "(LEGAL,)");
            }
        }
        assertThat(said).containsExactlyElementsOf(expected);
    }

    @Test
    void a_number_of_the_institution_is_read_as_it_is_set() {
        StageFact fact = Facts.of(
                Stage.GRADING, situation(true), PARAMETERS.with(Map.of("tst.loss", 123)), (answer, code, detail) -> {});
        assertThat(fact.param("tst.loss")).isEqualByComparingTo("123");
        assertThat(fact.param("tst.people")).isEqualByComparingTo("3");
    }

    @Test
    void a_fact_that_is_false_or_empty_is_not_given() {
        StageFact fact = fact(Complaint.received("C-1", Instant.EPOCH, "PHONE")
                .given("denied", false)
                .given("granted", true)
                .given("nobody", List.of())
                .given("linkedTo", List.of("C-8", "C-9"))
                .given("amount", 12)
                .build());
        assertThat(fact.given())
                .containsExactly("amount", "granted", "linkedTo", "linkedTo=C-8", "linkedTo=C-9")
                .isSameAs(fact.given());
    }

    @Test
    void an_amount_or_a_count_that_is_not_given_as_a_number_is_zero() {
        StageFact fact = fact(Complaint.received("C-1", Instant.EPOCH, "PHONE")
                .given("requestedAmount", "a lot")
                .given("representatives", "several")
                .build());
        assertThat(fact.requestedAmount()).isZero();
        assertThat(fact.representatives()).isZero();
        StageFact none = fact(Complaint.received("C-1", Instant.EPOCH, "PHONE").build());
        assertThat(none.requestedAmount()).isZero();
        assertThat(none.representatives()).isZero();
    }
}
