package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.Course.after;
import static org.complaintkit.fixture.Course.complaint;
import static org.complaintkit.fixture.Course.event;
import static org.complaintkit.fixture.Course.limits;

import java.util.List;
import java.util.Map;
import org.complaintkit.fixture.TestClocks;
import org.junit.jupiter.api.Test;

/** Which limits a case takes over from one that was merged into it, and which it tells when it is merged itself. */
class JoinedTest {
    private static TestClocks clocks() {
        return TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "5 working days")
                .deadline("T-D02")
                .cell("limit", "10 days")
                .cell("ends_handling", "yes");
    }

    private static CaseEvent joined(String local, String from, String... limits) {
        return event(local, "CASE_JOINED", Map.of("from", from, "limits", List.of(limits)));
    }

    @Test
    void a_limit_is_taken_over_by_the_same_deadline_and_the_end_of_the_handling_by_what_ends_it() {
        assertThat(limits(after(clocks(), "03-03T10:00", joined("03-03T09:00", "C-0", "T/T-D01=2026-03-06"))))
                .containsExactly("T-D01 2026-03-06 OPEN", "T-D02 2026-03-12 OPEN");
        assertThat(limits(after(clocks(), "03-03T10:00", joined("03-03T09:00", "C-0", "T=2026-03-05"))))
                .containsExactly("T-D01 2026-03-09 OPEN", "T-D02 2026-03-05 OPEN");
        assertThat(limits(after(
                        clocks(),
                        "03-03T10:00",
                        joined("03-03T09:00", "C-0", "U=2026-03-04", "U/T-D01=2026-03-04", "T/T-D02=2026-03-20"))))
                .as("those of another pack, and a later one")
                .containsExactly("T-D01 2026-03-09 OPEN", "T-D02 2026-03-12 OPEN");
    }

    @Test
    void the_earliest_of_all_limits_counts_until_the_cases_part() {
        CaseEvent first = joined("03-03T09:00", "C-0", "T/T-D01=2026-03-06");
        CaseEvent second = joined("03-03T10:00", "C-9", "T/T-D01=2026-03-05T12:00:00Z");
        CaseEvent parted = event("03-03T11:00", "CASE_PARTED", Map.of("from", "C-9"));

        Case both = after(clocks(), "03-03T12:00", first, second);
        assertThat(limits(both)).contains("T-D01 2026-03-05T20:00:00+08:00 OPEN");
        assertThat(Joined.from(both)).containsExactly("C-0", "C-9");
        Case one = after(clocks(), "03-03T12:00", first, second, parted);
        assertThat(limits(one)).contains("T-D01 2026-03-06 OPEN");
        assertThat(Joined.from(one)).containsExactly("C-0");
    }

    @Test
    void what_says_no_limit_moves_none() {
        assertThat(limits(after(
                        clocks(),
                        "03-03T10:00",
                        joined("03-03T09:00", "C-0", "2026-03-04", "=2026-03-04", "T/T-D01=", "T/T-D01=soon"))))
                .containsExactly("T-D01 2026-03-09 OPEN", "T-D02 2026-03-12 OPEN");
    }

    @Test
    void a_clock_that_was_over_before_the_merger_or_starts_after_it_keeps_its_limit() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01")
                .cell("limit", "1 working day")
                .deadline("T-D02")
                .cell("start", "CONTACTED");

        assertThat(limits(after(
                        clocks,
                        "03-06T00:00",
                        joined("03-04T09:00", "C-0", "T/T-D01=2026-03-02", "T/T-D02=2026-03-05"),
                        event("03-05T09:00", "CONTACTED"))))
                .containsExactly("T-D01 2026-03-03 BREACHED", "T-D02 2026-03-10 OPEN");
    }

    @Test
    void a_case_tells_the_limits_that_run_on_it_and_for_each_pack_the_earliest_end_of_the_handling() {
        TestClocks own = TestClocks.none()
                .deadline("X-D03")
                .cell("limit", "4 hours")
                .deadline("T-D01")
                .cell("limit", "10 days")
                .cell("ends_handling", "yes")
                .deadline("T-D02")
                .cell("limit", "5 days")
                .cell("ends_handling", "yes")
                .deadline("T-D04")
                .cell("end", "CONTACTED")
                .deadline("T-D05")
                .cell("paused_by", "CONTACTED to FORM_RETURNED");
        TestClocks upper = TestClocks.none()
                .deadline("U-D01")
                .cell("limit", "3 days")
                .deadline("U-D02")
                .cell("limit", "7 days")
                .cell("ends_handling", "yes");

        Case now = after(own.under(upper), complaint().build(), "03-02T12:00", event("03-02T11:00", "CONTACTED"));

        assertThat(Joined.limits(now))
                .containsExactly(
                        "T=2026-03-07",
                        "U=2026-03-09",
                        "T/T-D01=2026-03-12",
                        "T/T-D02=2026-03-07",
                        "T/X-D03=2026-03-02T06:00:00Z",
                        "U/U-D01=2026-03-05",
                        "U/U-D02=2026-03-09");
    }

    @Test
    void a_case_is_carried_on_by_the_one_it_was_merged_into_until_it_stands_alone_again() {
        CaseEvent merged = event("03-03T09:00", "CASE_MERGED", Map.of("into", "C-7"));

        assertThat(Joined.into(after(clocks(), "03-04T00:00", merged))).contains("C-7");
        assertThat(Joined.into(after(clocks(), "03-04T00:00", merged, event("03-03T10:00", "CASE_UNMERGED"))))
                .isEmpty();
        assertThat(Joined.into(after(clocks(), "03-04T00:00"))).isEmpty();
    }

    private static CaseEvent brought(String local, String from, Object... said) {
        return event(local, "CASE_JOINED", Map.of("from", from, "limits", List.of(), said[0].toString(), said[1]));
    }

    @Test
    void persons_count_once_by_the_case_by_which_each_is_known_and_while_a_merger_is_in_force() {
        CaseEvent first = brought("03-03T09:00", "C-0", "persons", List.of("C-0=1", "C-8=4"));
        CaseEvent second = brought("03-03T10:00", "C-9", "persons", List.of("C-1=3", "C-0=2", "a=b=1"));

        assertThat(after(clocks(), "03-04T00:00", first).complainantCount()).isEqualTo(6);
        assertThat(after(clocks(), "03-04T00:00", first, second).complainantCount())
                .isEqualTo(3 + 2 + 4 + 1);
        assertThat(after(
                                clocks(),
                                "03-04T00:00",
                                first,
                                second,
                                event("03-03T11:00", "CASE_PARTED", Map.of("from", "C-0")))
                        .complainantCount())
                .isEqualTo(3 + 2 + 1);
        assertThat(Persons.of(after(clocks(), "03-04T00:00", first)).text()).containsExactly("C-1=1", "C-0=1", "C-8=4");
    }

    @Test
    void a_merger_that_an_earlier_version_told_brings_as_many_others_as_it_says() {
        CaseEvent others = brought("03-03T09:00", "C-0", "count", 4);
        CaseEvent same = joined("03-03T10:00", "C-9");

        assertThat(after(clocks(), "03-04T00:00", others, same).complainantCount())
                .isEqualTo(5);
        assertThat(Persons.complainant(others)).isEqualTo("C-0");
        assertThat(Persons.complainant(same)).isEqualTo("C-9");
    }

    @Test
    void a_limit_that_is_the_same_day_is_not_taken_over() {
        Case equal = after(clocks(), "03-03T10:00", joined("03-03T09:00", "C-0", "T/T-D01=2026-03-09"));
        Case none = after(clocks(), "03-03T10:00", joined("03-03T09:00", "C-0"));

        assertThat(equal.deadlines()).isEqualTo(none.deadlines());
    }
}
