package org.complaintkit.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.drools.RuleCompiler;
import org.complaintkit.rules.wall.ClassWall;
import org.junit.jupiter.api.Test;

/** The second wall against bytes: whatever stands in a file, it is let through or refused, and nothing else happens. */
class ClassBytesTest {
    private static final CheckedPack PACK = PackReader.read(TestPack.good().files());
    private static final Map<String, byte[]> HONEST =
            RuleCompiler.compile(PACK.policy().pack(), PACK.rules()).classes();

    private static InvalidInputException refusal(Map<String, byte[]> classes) {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> ClassWall.check(classes));
        assertThat(refused).as("refusal").isNotNull();
        return refused;
    }

    private static Map<String, byte[]> with(String path, byte[] bytes) {
        Map<String, byte[]> classes = new LinkedHashMap<>(HONEST);
        classes.put(path, bytes);
        return classes;
    }

    private static String lambda() {
        return HONEST.keySet().stream()
                .filter(path -> path.contains("LambdaPredicate"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_class_at_the_path_of_another_is_refused() {
        byte[] bytes = HONEST.get(lambda());
        assertThat(refusal(with("complaintpack/tst/v1_0_0/Other.class", bytes)).code())
                .isEqualTo("PACK_CLASS_SHAPE");
        assertThat(refusal(with("../" + lambda(), bytes)).value()).startsWith("name ");
        assertThat(refusal(with("META-INF/services/java.nio.file.spi.FileSystemProvider", new byte[] {'x'}))
                        .code())
                .isEqualTo("PACK_CLASS_MALFORMED");
    }

    @Test
    void a_format_whose_verifier_guesses_is_refused() {
        byte[] old = HONEST.get(lambda()).clone();
        old[7] = 49;
        assertThat(refusal(with(lambda(), old)).value()).isEqualTo("format 49");
    }

    @Test
    void an_object_stream_is_no_class() {
        byte[] stream = {(byte) 0xAC, (byte) 0xED, 0, 5, 0x73, 0x72};
        assertThat(refusal(with(lambda(), stream)).value()).isEqualTo("no class file");
    }

    @Test
    void a_class_that_goes_on_behind_its_end_is_refused() {
        byte[] bytes = HONEST.get(lambda());
        assertThat(refusal(with(lambda(), Arrays.copyOf(bytes, bytes.length + 1)))
                        .value())
                .isEqualTo("something follows its end");
    }

    @Test
    void a_class_without_an_end_is_refused_wherever_it_is_cut() {
        byte[] bytes = HONEST.get(lambda());
        for (int length = 0; length < bytes.length; length++) {
            assertThat(refusal(Map.of(lambda(), Arrays.copyOf(bytes, length))).code())
                    .startsWith("PACK_CLASS_");
        }
    }

    @Test
    void any_bytes_changed_are_let_through_or_refused_and_nothing_else() {
        Random random = new Random(7);
        int refused = 0;
        for (Map.Entry<String, byte[]> honest : HONEST.entrySet()) {
            for (int i = 0; i < 60; i++) {
                byte[] bytes = honest.getValue().clone();
                for (int change = random.nextInt(3); change >= 0; change--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                try {
                    ClassWall.check(Map.of(honest.getKey(), bytes));
                } catch (InvalidInputException e) {
                    assertThat(e.code()).startsWith("PACK_CLASS_");
                    refused++;
                }
            }
        }
        assertThat(refused).isPositive();
    }
}
