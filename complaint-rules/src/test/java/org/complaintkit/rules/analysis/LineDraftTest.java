package org.complaintkit.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.cases.PackCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineDraftTest {
    private static final Policy POLICY = TestPack.good().policy();

    @ParameterizedTest
    @ValueSource(strings = {"2025-10-30T09:00:00+08:00", "2025-10-30T09:00:00", "2025-10-30", "soon"})
    void a_time_that_an_event_tells_of_is_not_the_time_of_the_event(String told) {
        PackCase worked = PackCase.read(
                        "cases.jsonl",
                        "{\"id\":\"TST-C1\",\"packs\":[\"TST\"],\"complaint\":{\"receivedAt\":"
                                + "\"2025-09-26T10:20:00+08:00\",\"channel\":\"PHONE\"},\"events\":[{\"at\":"
                                + "\"2025-09-27T10:00:00+08:00\",\"type\":\"VISITED\",\"data\":{\"at\":\"" + told
                                + "\"}},{\"at\":\"2025-09-27T09:00:00+08:00\",\"type\":\"CALLED\"}]}")
                .get(0);
        LineDraft draft = LineDraft.worked(worked, POLICY).orElseThrow();
        assertThat(draft.asOf()).isEqualTo(Instant.parse("2025-09-27T02:00:00Z"));
        assertThat(draft.waits()).isZero();
    }
}
