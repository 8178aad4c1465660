package org.complaintkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * Trails as somebody hands them in, a link a line, its parts between tabs: against the head that was exported only the
 * trail itself holds, and whatever else comes is told as broken.
 */
class AuditTrailFuzz {
    private static final AuditEntry FIRST =
            AuditTrail.next(null, "C-1", "COMPLAINT_RECEIVED", Instant.parse("2026-03-02T01:00:00Z"), "first");
    private static final List<AuditEntry> TRUE = List.of(
            FIRST, AuditTrail.next(FIRST, "C-1", "TIME_PASSED", Instant.parse("2026-03-05T16:00:00Z"), "second"));
    private static final String HEAD = TRUE.get(1).hash();

    @FuzzTest(maxDuration = "10m")
    void only_the_trail_itself_ends_in_its_head(byte[] bytes) {
        List<AuditEntry> trail = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(AuditTrailFuzz::entry)
                .toList();
        assertThat(AuditTrail.firstBroken(trail, HEAD).isEmpty()).isEqualTo(trail.equals(TRUE));
    }

    private static AuditEntry entry(String line) {
        String[] part = (line + "\t\t\t\t\t\t").split("\t", -1);
        return new AuditEntry(part[0], number(part[1]), part[2], moment(part[3]), part[4], part[5], part[6]);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
