package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.api.Test;

class PolicyNamesTest {
    private final PolicyNames names = new PolicyNames(TestPack.good().policy());

    @Test
    void the_names_of_a_sort_are_gathered_once_and_sorted() {
        AtomicInteger asked = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            assertThat(names.of("words", () -> {
                        asked.incrementAndGet();
                        return Stream.of("b", "a", "b");
                    }))
                    .containsExactly("a", "b");
        }
        assertThat(asked).hasValue(1);
        assertThat(names.of("others", Stream::of)).isEmpty();
        assertThat(names.deadlines()).contains("TST-D01");
        assertThat(names.escalations()).contains("TST-E01");
        assertThat(names.codes("CATEGORY")).containsExactly("ATTITUDE", "CRIME", "PRODUCT");
    }

    @Test
    void whoever_writes_the_label_is_told_the_code_whatever_the_case_of_its_letters() {
        Told otherwise = FaultKind.CODE_WANTED.told("x");
        assertThat(names.unlessLabel("CATEGORY", "aTTITUDE", otherwise))
                .isEqualTo(FaultKind.CODE_BY_LABEL.told("ATTITUDE"));
        assertThat(names.unlessLabel("CATEGORY", "態度", otherwise)).isEqualTo(FaultKind.CODE_BY_LABEL.told("ATTITUDE"));
        assertThat(names.unlessLabel("GRADE", "attitude", otherwise)).isSameAs(otherwise);
        assertThat(names.unknown("CATEGORY", "ATITUDE", names.codes("CATEGORY")).near())
                .contains("ATTITUDE");
    }
}
