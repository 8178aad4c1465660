package org.complaintkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.calendar.check.ProofChecker;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.examples.quickstart.FileRun.Handled;
import org.complaintkit.lifecycle.Case;
import org.junit.jupiter.api.Test;

class FileRunTest {
    private static final FileRun RUN = SampleRuns.file();

    @Test
    void every_row_of_the_file_becomes_a_case_in_its_order() {
        assertThat(RUN.faults()).isEmpty();
        assertThat(RUN.handled()).hasSize(400);
        assertThat(RUN.handled().stream().map(each -> each.first().id())).isSorted();
    }

    @Test
    void no_case_is_in_the_hands_of_the_person_complained_about() {
        List<Case> aboutSomebody = RUN.handled().stream()
                .flatMap(each -> Stream.of(each.first(), each.last()))
                .filter(each -> !each.complaint().party().isEmpty())
                .toList();

        assertThat(aboutSomebody).hasSizeGreaterThan(60);
        assertThat(aboutSomebody).allSatisfy(each -> {
            assertThat(each.assignee().known()).isTrue();
            assertThat(each.assignee().person()).isNotEqualTo(each.complaint().party());
            assertThat(each.events())
                    .noneMatch(event -> event.person().equals(each.complaint().party()));
            assertThat(each.findings()).noneMatch(finding -> finding.code().equals("ACTOR_IS_PARTY"));
        });
    }

    @Test
    void every_case_has_a_dated_deadline_whose_proof_holds() {
        var calendar = SampleRuns.setting().calendar();

        assertThat(RUN.handled()).allSatisfy(each -> {
            Deadline due = each.first().effective().orElseThrow();
            assertThat(ProofChecker.faults(due.due().proof(), calendar)).isEmpty();
            assertThat(calendar.isWorkingDay(due.limit().day())).isTrue();
        });
    }

    @Test
    void nothing_stays_open_when_a_year_has_passed() {
        assertThat(RUN.handled())
                .allMatch(each ->
                        CaseTable.result(each.first().effective().orElseThrow(), each.last()) != DeadlineState.OPEN);
    }

    @Test
    void a_complaint_fares_the_same_in_any_selection_of_rows() {
        Handled known = RUN.handled().get(200);
        String row = String.join(",", quoted(known));
        FileRun alone = SampleRuns.file(String.join(",", known.row().cells().keySet()) + "\n" + row + "\n");

        assertThat(alone.handled()).hasSize(1);
        // When the desk looks back at a file, and so learns of it, goes by the file's last row.
        assertThat(alone.handled().get(0).last().events())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("recordedAt")
                .containsExactlyElementsOf(known.last().events());
        assertThat(alone.handled().get(0).last().assignee())
                .isEqualTo(known.last().assignee());
    }

    @Test
    void a_complaint_that_the_desk_refuses_is_told_with_its_line() {
        FileRun run = SampleRuns.file("""
                id,Date received,Date sent to company,Submitted via
                OLD,1999-01-04,1999-01-04,Web
                NEW,2016-01-04,2016-01-04,Web
                """);

        assertThat(run.handled()).hasSize(1);
        assertThat(run.handled().get(0).first().complaint().receivedAt())
                .isEqualTo(LocalDate.of(2016, 1, 4).atTime(2, 0).toInstant(java.time.ZoneOffset.UTC));
        assertThat(run.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("DAY_OUTSIDE_CALENDAR");
            assertThat(fault.at()).startsWith("line 2");
        });
    }

    private static List<String> quoted(Handled known) {
        return known.row().cells().values().stream()
                .map(cell -> '"' + cell + '"')
                .toList();
    }
}
