package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.check.ProofChecker;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.Test;

/** Each deadline that a pack dates in its worked cases has a proof that a second hand accepts. */
class PackProofsTest {
    private static final Map<String, Object> AS_SHIPPED = Map.of();
    private static final Map<String, Object> BENT = Map.of("cutOff", "12:00", "rollForwardOnHoliday", "true");

    @Test
    void the_checker_accepts_the_proof_of_every_deadline_as_shipped_and_with_bent_conventions() throws IOException {
        Map<String, Object> refused = new LinkedHashMap<>();
        Set<String> conventions = new TreeSet<>();
        try (Packs packs = Packs.shipped()) {
            for (String pack : packs.ids()) {
                int dated = 0;
                for (WorkedCase worked : PackCasesTest.casesOf(pack)) {
                    for (Map<String, Object> parameters : List.of(AS_SHIPPED, BENT)) {
                        Case value = worked.handled(packs::get, parameters).orElse(null);
                        if (value != null) {
                            for (Deadline deadline : value.lastDeadlines()) {
                                dated += deadline.pack().equals(pack) ? 1 : 0;
                                Proof proof = deadline.due().proof();
                                conventions.add(proof.conventionName());
                                List<String> faults = ProofChecker.faults(
                                        proof, CalendarRegistry.standard().get(proof.calendarId()));
                                if (!faults.isEmpty()) {
                                    refused.put(
                                            worked.id() + " " + deadline.id() + " " + proof.conventionName(), faults);
                                }
                            }
                        }
                    }
                }
                assertThat(dated > 0).as("%s dates limits", pack).isEqualTo(hasDeadlines(pack));
            }
        }
        assertThat(refused).isEmpty();
        assertThat(conventions)
                .contains("LEDGER", "LEDGER, cutOff 12:00", "LEDGER, cutOff 12:00, rollForward", "LEDGER, literal");
    }

    /** A pack may set no limits of its own. */
    private static boolean hasDeadlines(String pack) {
        return Packs.class.getResource("/org/complaintkit/packs/" + pack.toLowerCase(Locale.ROOT) + "/deadlines.csv")
                != null;
    }
}
