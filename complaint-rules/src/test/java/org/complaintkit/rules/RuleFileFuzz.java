package org.complaintkit.rules;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Rule files of a pack: checked to the end, or faults of one line each. */
class RuleFileFuzz {
    private static final TestPack PACK = TestPack.good();

    @FuzzTest(maxDuration = "10m")
    void any_text_is_checked_to_its_end(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        FaultLines.check(PACK.with("classification.drl", text));
        FaultLines.check(PACK.with("deadlines.drl", text));
        FaultLines.check(PACK.with("grading.table.csv", text));
        FaultLines.check(PACK.with("grading.en.txt", text));
        FaultLines.check(PACK.with("grading.zh-CN.txt", text));
    }
}
