package org.complaintkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.duty.Notice;

/** Stored notices: what is read is written and comes back equal, or one line of error. */
class StoredNoticeFuzz {
    @FuzzTest(maxDuration = "10m")
    void any_text_is_a_stored_notice_or_refused(byte[] bytes) {
        Notice notice;
        try {
            notice = StoredCaseJson.readNotice(new String(bytes, StandardCharsets.UTF_8));
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
            return;
        }
        assertThat(StoredCaseJson.readNotice(StoredCaseJson.writeNotice(notice)))
                .isEqualTo(notice);
    }
}
