package org.complaintkit.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.stage.ParameterName;
import org.complaintkit.rules.stage.StageFact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of fields, the verbs of the stages and the facts say the same. */
class FieldTest {
    private static Class<?> fact(Stage stage) throws ClassNotFoundException {
        return Class.forName(StageFact.class.getPackageName() + "." + stage.fact());
    }

    @ParameterizedTest
    @EnumSource
    void a_fact_shows_exactly_the_fields_of_its_stage(Stage stage) throws ClassNotFoundException {
        Set<String> shown = new TreeSet<>();
        for (Method method : fact(stage).getMethods()) {
            if (method.getDeclaringClass() != Object.class
                    && method.getParameterCount() == 0
                    && method.getReturnType() != void.class) {
                shown.add(method.getName());
            }
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(Field.wordsAt(stage));
    }

    @ParameterizedTest
    @EnumSource
    void a_field_has_the_type_that_the_table_says(Field field) throws ReflectiveOperationException {
        Class<?> type = fact(Stage.ESCALATION).getMethod(field.word()).getReturnType();
        switch (field.type()) {
            case CODE -> assertThat(type).isEqualTo(String.class);
            case CODES, EVENTS -> assertThat(type).matches(Collection.class::isAssignableFrom);
            case FLAG -> assertThat(type).isEqualTo(boolean.class);
            case AMOUNT -> assertThat(type).isEqualTo(BigDecimal.class);
            case COUNT -> assertThat(type).isEqualTo(long.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_fact_has_exactly_the_verbs_of_its_stage(Stage stage) throws ClassNotFoundException {
        Set<String> verbs = new TreeSet<>();
        Arrays.stream(fact(stage).getMethods())
                .filter(method -> method.getReturnType() == void.class)
                .filter(method -> method.getDeclaringClass() != Object.class)
                .forEach(method -> verbs.add(method.getName() + method.getParameterCount()));
        assertThat(verbs)
                .containsExactlyInAnyOrderElementsOf(stage.answers().stream()
                        .map(answer -> answer.verb() + answer.arguments())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_verb_of_one_argument_also_takes_a_parameter(Answer answer) throws ReflectiveOperationException {
        for (Stage stage : Stage.values()) {
            if (stage.answers().contains(answer) && answer.arguments() == 1) {
                assertThat(fact(stage).getMethod(answer.verb(), ParameterName.class))
                        .isNotNull();
            }
        }
    }
}
