package org.complaintkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.json.CaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.model.Complaint;

/** Complaints in the words of anybody, without a category: sorted or left undecided, twice the same, or one line of error. */
class FreeTextFuzz {
    private static final Packs PACKS = Packs.shipped();
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @FuzzTest(maxDuration = "10m")
    void any_words_are_read_to_their_end(byte[] bytes) {
        String words = new String(bytes, StandardCharsets.UTF_8);
        for (String pack : new String[] {"RCC", "INS"}) {
            try {
                String first = decided(pack, words);
                assertThat(decided(pack, words)).isEqualTo(first);
            } catch (InvalidInputException refused) {
                assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
            }
        }
    }

    private static String decided(String pack, String words) {
        Case decided = ComplaintDesk.under(PACKS.get(pack))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .open()
                .receive(Complaint.received("C-1", NOW, "PHONE").text(words).build())
                .now();
        return CaseJson.write("1", decided, ZoneOffset.UTC);
    }
}
