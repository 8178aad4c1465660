package org.complaintkit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;

/** Cells of policy tables: what they stand for, or one line of error. */
class TableCellFuzz {
    private static final Parameters NONE = Parameters.of(List.of());

    @FuzzTest(maxDuration = "10m")
    void any_text_is_a_cell_or_refused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        readOrRefused(() -> EventExpression.parse(text).time(pattern -> Optional.empty()));
        readOrRefused(() -> {
            LimitRule limit = LimitRule.parse(text);
            assertThat(limit.deadlines()).doesNotContainNull();
            limit.term(NONE);
        });
        readOrRefused(() -> NONE.with(Map.of(text, text)));
    }

    private static void readOrRefused(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
        }
    }
}
