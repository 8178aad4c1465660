package org.complaintkit.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintkit.rules.hostile.Attack;
import org.complaintkit.rules.hostile.HostileCode;
import org.complaintkit.rules.stage.Grading;
import org.drools.model.functions.Block1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds if the wall before it were deceived: the classes of the host that a pack's classes see. */
class PackClassLoaderTest {
    private static final String UNSEEN = "PACK_CLASS_REFERENCE class ";

    private static PackClassLoader loader(Map<String, byte[]> classes) {
        return new PackClassLoader(classes, PackClassLoaderTest.class.getClassLoader());
    }

    static Stream<String> unseen() {
        return Attack.read("classes.txt").stream()
                .map(attack -> attack.head("refused"))
                .filter(refused -> refused.startsWith(UNSEEN) && !refused.endsWith("/") && !refused.contains("["))
                .map(refused -> refused.substring(UNSEEN.length()).replace('/', '.'))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("unseen")
    void a_class_that_the_wall_does_not_list_does_not_exist_for_a_pack(String name) {
        assertThatThrownBy(() -> loader(Map.of()).loadClass(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void what_a_pack_needs_it_sees_as_the_host_does() throws Exception {
        assertThat(loader(Map.of()).loadClass(Grading.class.getName())).isSameAs(Grading.class);
        assertThat(loader(Map.of()).loadClass("java.lang.String")).isSameAs(String.class);
    }

    @Test
    void a_class_that_got_past_the_wall_fails_where_it_reaches_out() throws Exception {
        List<Attack> process = Attack.read("classes.txt").stream()
                .filter(attack -> attack.name().equals("a process is built"))
                .toList();
        Map<String, byte[]> classes = HostileCode.compile(process).get(0);
        String name = classes.keySet().iterator().next().replace('/', '.').replace(".class", "");

        Object evil = loader(classes).loadClass(name).getDeclaredConstructor().newInstance();

        assertThatThrownBy(() -> ((Block1<?>) evil).execute(null))
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessageContaining("java/lang/ProcessBuilder");
    }

    @Test
    void a_pack_puts_no_class_into_the_packages_of_the_host() {
        Map<String, byte[]> shadow = Map.of("org/complaintkit/rules/stage/Evil.class", new byte[0]);

        assertThatThrownBy(() -> loader(shadow).loadClass("org.complaintkit.rules.stage.Evil"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
