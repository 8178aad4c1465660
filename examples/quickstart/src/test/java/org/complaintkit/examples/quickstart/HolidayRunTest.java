package org.complaintkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.duty.Notice;
import org.junit.jupiter.api.Test;

class HolidayRunTest {
    private static final LocalDate FROM = LocalDate.of(2025, 9, 25);
    private static final LocalDate TO = LocalDate.of(2025, 10, 16);
    private static final HolidayRun RUN = HolidayRun.through(FROM, TO, scripts(), SampleRuns.setting());

    @Test
    void nothing_is_sent_twice_however_often_the_scheduler_sweeps() {
        assertThat(RUN.sent()).extracting(Notice::key).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void a_limit_that_passes_escalates_at_midnight_after_the_day() {
        assertThat(escalations("EX-RCC-02", "RCC-E01")).containsExactly("2025-10-15T16:00:00Z");
    }

    @Test
    void a_make_up_saturday_is_the_last_day_of_a_complaint_from_before_the_holidays() {
        assertThat(escalations("ND-5", "RCC-E01")).containsExactly("2025-10-11T16:00:00Z");
    }

    @Test
    void no_limit_in_working_days_warns_on_a_day_off() {
        var calendar = SampleRuns.setting().calendar();
        Stream<LocalDate> warned = RUN.sent().stream()
                .filter(notice -> notice.kind() == Notice.Kind.WARNING)
                .map(notice -> notice.at().atZone(SampleRuns.setting().zone()).toLocalDate());

        assertThat(warned).isNotEmpty().allMatch(calendar::isWorkingDay);
    }

    @Test
    void at_once_means_at_once_in_the_holidays_too() {
        assertThat(escalations("ND-2", "RCC-E02")).containsExactly("2025-10-03T12:15:00Z");
        assertThat(RUN.find("ND-2").findings())
                .anyMatch(finding -> finding.code().equals("LATE_MEDIA_REPORT"));
    }

    @Test
    void a_complaint_about_the_head_goes_to_the_next_in_line() {
        assertThat(RUN.find("ND-3").assignee().person()).isEqualTo("zhang.wei");
    }

    @Test
    void a_finding_that_a_later_event_takes_back_is_shown_as_lifted() {
        assertThat(RUN.happenings())
                .anyMatch(each -> each instanceof Happening.Lifted lifted
                        && lifted.caseId().equals("EX-RCC-02")
                        && lifted.finding().code().equals("LATE_CONTACT"));
    }

    private static List<String> escalations(String caseId, String id) {
        return RUN.sent().stream()
                .filter(notice -> notice.kind() == Notice.Kind.ESCALATION)
                .filter(notice ->
                        notice.caseId().equals(caseId) && notice.code().equals(id))
                .map(Notice::at)
                .map(Instant::toString)
                .toList();
    }

    private static List<CaseScript> scripts() {
        List<CaseScript> scripts = new ArrayList<>(CaseScript.read("holiday.jsonl"));
        scripts.addAll(CaseScript.read("examples.jsonl").subList(0, 2));
        return scripts;
    }
}
