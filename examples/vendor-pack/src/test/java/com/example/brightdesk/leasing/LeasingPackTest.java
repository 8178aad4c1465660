package com.example.brightdesk.leasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.complaintkit.rules.PackCheck;
import org.complaintkit.rules.testing.PackCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LeasingPackTest {
    private static final Path PACK = Path.of("src/main/resources/com/example/brightdesk/leasing");

    @TestFactory
    Stream<DynamicTest> cases() {
        return PackCases.of(PACK);
    }

    @Test
    void its_rules_leave_no_gap_and_contradict_each_other_nowhere() {
        assertThat(PackCheck.of(PACK).analysed().text(Locale.ENGLISH)).isEqualTo("No fault.\n");
    }
}
