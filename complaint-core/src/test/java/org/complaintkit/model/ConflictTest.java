package org.complaintkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConflictTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Organisation STAFF = new Organisation() {
        @Override
        public List<Holder> holders(String role, String unit, LocalDate day) {
            return List.of();
        }

        @Override
        public Optional<String> superior(String unit, LocalDate day) {
            return Optional.ofNullable(Map.of("counter", "outlet", "outlet", "branch", "branch", "outlet")
                    .get(unit));
        }

        @Override
        public Optional<String> unitOf(String person, LocalDate day) {
            return Optional.ofNullable(Map.of("teller", "counter", "clerk", "branch", "auditor", "audit")
                    .get(person));
        }

        @Override
        public Optional<String> chiefOf(String person, LocalDate day) {
            return Optional.ofNullable(Map.of("teller", "deputy", "deputy", "chief", "x", "y", "y", "x")
                    .get(person));
        }
    };
    private static final Conflict CONFLICT = new Conflict(STAFF, "outlet", "chief", DAY);

    @Test
    void the_party_and_all_who_report_to_it_are_too_close_and_a_circle_ends() {
        assertThat(List.of("chief", "deputy", "teller")).allMatch(CONFLICT::party);
        assertThat(List.of("x", "y", "auditor", "nobody", "")).noneMatch(CONFLICT::party);
        assertThat(new Conflict(STAFF, "outlet", "", DAY).party("")).isFalse();
    }

    @Test
    void the_unit_is_its_staff_and_that_of_the_units_below() {
        assertThat(CONFLICT.unit("teller")).isTrue();
        assertThat(List.of("auditor", "nobody", "")).noneMatch(CONFLICT::unit);
        assertThat(new Conflict(STAFF, "", "chief", DAY).unit("teller")).isFalse();
        assertThat(new Conflict(STAFF, "counter", "chief", DAY).unit("clerk")).isFalse();
    }

    @Test
    void who_knows_nothing_of_people_excludes_the_party_alone() {
        Conflict unknown = new Conflict(Organisation.UNKNOWN, "outlet", "chief", DAY);

        assertThat(unknown.party("chief")).isTrue();
        assertThat(unknown.party("deputy")).isFalse();
        assertThat(unknown.unit("teller")).isFalse();
        assertThat(unknown).hasToString("Conflict[outlet, 2026-03-02]");
    }
}
