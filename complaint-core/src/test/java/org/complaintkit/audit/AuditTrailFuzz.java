package org.complaintkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.json.AuditTrailJson;

/**
 * Trails as somebody hands them in: against the head that was exported only the trail itself holds; whatever else comes is
 * told as broken, or refused in one line.
 */
class AuditTrailFuzz {
    private static final AuditEntry FIRST =
            AuditTrail.next(null, "C-1", "COMPLAINT_RECEIVED", Instant.parse("2026-03-02T01:00:00Z"), "first");
    private static final List<AuditEntry> TRUE = List.of(
            FIRST, AuditTrail.next(FIRST, "C-1", "TIME_PASSED", Instant.parse("2026-03-05T16:00:00Z"), "second"));
    private static final String HEAD = TRUE.get(1).hash();

    @FuzzTest(maxDuration = "10m")
    void only_the_trail_itself_ends_in_its_head(byte[] bytes) {
        List<AuditEntry> trail;
        try {
            trail = AuditTrailJson.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
            return;
        }
        assertThat(AuditTrail.firstBroken(trail, HEAD).isEmpty()).isEqualTo(trail.equals(TRUE));
        assertThat(AuditTrailJson.read(AuditTrailJson.write(trail))).isEqualTo(trail);
    }
}
