package org.complaintkit.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.model.Assignee;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.rules.explain.PassedOver.Why;
import org.junit.jupiter.api.Test;

class PassedOverTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final Complaint COMPLAINT = Complaint.received("C-1", Instant.EPOCH, "PHONE")
            .about("outlet", "party")
            .build();

    /** Units by the persons who hold the role there, in the order in which they are asked; a * marks one who is absent. */
    private record Staff(Map<String, List<String>> units, Map<String, String> above) implements Organisation {
        @Override
        public List<Holder> holders(String role, String unit, LocalDate day) {
            return units.getOrDefault(unit, List.of()).stream()
                    .map(name -> new Holder(name.replace("*", ""), unit, name.endsWith("*")))
                    .toList();
        }

        @Override
        public Optional<String> superior(String unit, LocalDate day) {
            return Optional.ofNullable(above.get(unit));
        }

        @Override
        public Optional<String> chiefOf(String person, LocalDate day) {
            return person.equals("below") ? Optional.of("party") : Optional.empty();
        }
    }

    private static List<PassedOver> passed(Map<String, List<String>> units, Map<String, String> above) {
        Staff staff = new Staff(units, above);
        Assignee chosen = Assignee.find(staff, "HEAD", "outlet", "party", DAY);
        return PassedOver.of(chosen, COMPLAINT, staff, DAY);
    }

    @Test
    void each_is_told_by_level_place_and_reason_up_to_the_unit_of_the_one_who_was_found() {
        assertThat(passed(
                        Map.of(
                                "outlet", List.of("party", "", "below", "party*"),
                                "branch", List.of("ill*", "found", "later", "found"),
                                "head", List.of("never asked")),
                        Map.of("outlet", "branch", "branch", "head")))
                .extracting(PassedOver::level, PassedOver::place, PassedOver::why)
                .containsExactly(
                        tuple(0, 1, Why.PARTY),
                        tuple(0, 3, Why.REPORTS_TO_PARTY),
                        tuple(0, 4, Why.PARTY),
                        tuple(1, 1, Why.ABSENT),
                        tuple(1, 3, Why.LATER),
                        tuple(1, 4, Why.LATER));
    }

    @Test
    void where_nobody_is_found_all_the_way_up_is_told_once() {
        assertThat(passed(
                        Map.of("outlet", List.of("party"), "branch", List.of("below"), "head", List.of("below")),
                        Map.of("outlet", "branch", "branch", "head", "head", "outlet")))
                .extracting(PassedOver::level, PassedOver::place, PassedOver::why, PassedOver::role)
                .containsExactly(
                        tuple(0, 1, Why.PARTY, "HEAD"),
                        tuple(1, 1, Why.REPORTS_TO_PARTY, "HEAD"),
                        tuple(2, 1, Why.REPORTS_TO_PARTY, "HEAD"));
    }

    @Test
    void who_is_asked_first_and_handles_it_passes_nobody_over() {
        assertThat(passed(Map.of("outlet", List.of("found")), Map.of())).isEmpty();
        assertThat(passed(Map.of(), Map.of())).isEmpty();
    }
}
