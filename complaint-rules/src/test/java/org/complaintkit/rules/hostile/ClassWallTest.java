package org.complaintkit.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.wall.ClassWall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The second wall by itself: compiled classes that no rule could have become, each refused for its own reason. */
class ClassWallTest {
    private static final List<Attack> ATTACKS = Attack.read("classes.txt");
    private static final List<Map<String, byte[]>> CLASSES = HostileCode.compile(ATTACKS);

    static Stream<Arguments> attacks() {
        return IntStream.range(0, ATTACKS.size()).mapToObj(i -> Arguments.of(ATTACKS.get(i), CLASSES.get(i)));
    }

    @BeforeAll
    @AfterAll
    static void nothing_ran() {
        assertThat(Attack.canary()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void is_refused_for_what_it_tries(Attack attack, Map<String, byte[]> classes) {
        assertThat(classes).isNotEmpty();
        String expected = attack.head("refused");
        if (expected.equals("nothing")) {
            assertThatCode(() -> ClassWall.check(classes)).doesNotThrowAnyException();
            return;
        }
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> ClassWall.check(classes));
        assertThat(refused).as("refusal").isNotNull();
        String[] reason = expected.split(" ", 2);
        assertThat(refused.code() + " " + refused.value()).startsWith(reason[0]).contains(reason[1]);
        assertThat(refused.at()).contains("Evil");
    }
}
