package org.complaintkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.complaintkit.calendar.InvalidInputException;

/** Stored cases: what is read is written and comes back equal, or one line of error. */
class StoredCaseFuzz {
    @FuzzTest(maxDuration = "10m")
    void any_text_is_a_stored_case_or_refused(byte[] bytes) {
        StoredCaseJson.Content content;
        String written;
        try {
            content = StoredCaseJson.read(new String(bytes, StandardCharsets.UTF_8));
            written = StoredCaseJson.write(content.value(), content.newer());
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
            return;
        }
        assertThat(StoredCaseJson.read(written)).isEqualTo(content);
    }
}
