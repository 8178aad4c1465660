package org.complaintkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.json.StoredCaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.ReportRule;
import org.junit.jupiter.api.Test;

class ReportBookProperties {
    private static final ReportBook BOOK =
            new ReportBook(List.of(TestPolicy.policy()), CalendarRegistry.standard(), Organisation.UNKNOWN);
    private static final ReportRule RULE = TestPolicy.policy().reports().get(0);
    private static final ReportKey KEY = ReportKey.of("BANK-1", "T", RULE, ReportPeriod.parse("2026-03"));
    private static final Instant BEGINS = Instant.parse("2026-02-28T16:00:00Z");
    private static final Instant LIMIT = Instant.parse("2026-04-10T16:00:00Z");
    private static final Instant END = BEGINS.plus(Duration.ofHours(1_600));

    private static CaseEvent filing(int nth, int hour) {
        Instant at = BEGINS.plus(Duration.ofHours(hour));
        return new CaseEvent("f" + nth, ReportBook.FILED, "UNIT", "", at, at, Map.of());
    }

    private static Set<String> keys(List<Notice> notices) {
        return notices.stream().map(Notice::key).collect(Collectors.toCollection(TreeSet::new));
    }

    @Property(tries = 300)
    void time_let_pass_in_one_go_or_in_many_steps_leaves_the_same_entry_and_sends_each_notice_once(
            @ForAll @Size(max = 3) List<@IntRange(max = 1_500) Integer> hours,
            @ForAll @Size(max = 9) List<@IntRange(max = 1_600) Integer> looks) {
        List<Integer> filed = new ArrayList<>(hours);
        Collections.sort(filed);
        List<String> sent = new ArrayList<>();
        Outcome now = BOOK.open(KEY, RULE, BEGINS);
        now.notices().forEach(notice -> sent.add(notice.key()));
        for (int hour = 0; hour <= 1_600; hour++) {
            if (looks.contains(hour)) {
                now = BOOK.advance(now.now(), BEGINS.plus(Duration.ofHours(hour)));
                now.notices().forEach(notice -> sent.add(notice.key()));
            }
            for (int i = 0; i < filed.size(); i++) {
                if (filed.get(i) == hour) {
                    now = BOOK.file(now.now(), filing(i, hour));
                    now.notices().forEach(notice -> sent.add(notice.key()));
                }
            }
        }
        now = BOOK.advance(now.now(), END);
        now.notices().forEach(notice -> sent.add(notice.key()));

        Case atOnce = BOOK.open(KEY, RULE, BEGINS).now();
        for (int i = 0; i < filed.size(); i++) {
            atOnce = BOOK.file(atOnce, filing(i, filed.get(i))).now();
        }
        atOnce = BOOK.advance(atOnce, END).now();

        assertThat(now.now()).isEqualTo(atOnce);
        assertThat(sent).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(sent)).isEqualTo(keys(atOnce.notices()));
    }

    @Property(tries = 300)
    void in_whatever_order_filings_become_known_the_first_that_happened_discharges(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 1_500) Integer> hours, @ForAll long seed) {
        List<CaseEvent> filings = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            filings.add(filing(i, hours.get(i)));
        }
        Collections.shuffle(filings, new Random(seed));
        Case entry = BOOK.open(KEY, RULE, END).now();
        for (CaseEvent filing : filings) {
            entry = BOOK.file(entry, filing).now();
        }

        Instant first = BEGINS.plus(Duration.ofHours(Collections.min(hours)));
        boolean inTime = first.isBefore(LIMIT);
        assertThat(entry.duties().get(0).fulfilledAt()).isEqualTo(first);
        assertThat(entry.deadlines().get(0).state(END)).isEqualTo(inTime ? DeadlineState.MET : DeadlineState.BREACHED);
        assertThat(entry.findings()).hasSize(inTime ? 0 : 1);
        assertThat(entry.withoutEffect()).hasSize(hours.size() - 1);
    }

    @Property(tries = 100)
    void an_entry_comes_back_from_the_store_and_goes_on_as_before(
            @ForAll @IntRange(max = 1_500) int filed, @ForAll @IntRange(max = 1_600) int look) {
        Case entry = BOOK.open(KEY, RULE, BEGINS.plus(Duration.ofHours(look))).now();
        entry = BOOK.file(entry, filing(0, filed)).now();

        Case read = StoredCaseJson.read(StoredCaseJson.write(entry, "")).value();

        assertThat(read).isEqualTo(entry);
        assertThat(BOOK.advance(read, END)).isEqualTo(BOOK.advance(entry, END));
        assertThat(ReportKey.of(read)).isEqualTo(KEY);
    }

    @Test
    void a_provisional_date_becomes_firm_when_the_schedule_is_loaded() {
        CalendarRegistry known = CalendarRegistry.standard();
        CalendarRegistry before =
                known.with(known.get(TestPolicy.policy().calendar()).asOf(LocalDate.of(2025, 7, 1)));
        ReportRule halfYear = TestPolicy.policy().reports().get(2);
        ReportKey key = ReportKey.of("BANK-1", "T", halfYear, ReportPeriod.parse("2025-H2"));
        Case early = new ReportBook(List.of(TestPolicy.policy()), before, Organisation.UNKNOWN)
                .open(key, halfYear, Instant.parse("2025-08-01T00:00:00Z"))
                .now();

        Case later = BOOK.advance(early, Instant.parse("2025-12-01T00:00:00Z")).now();

        assertThat(early.deadlines().get(0).certainty().name()).isEqualTo("PROVISIONAL");
        assertThat(later.deadlines().get(0).certainty().name()).isEqualTo("OFFICIAL");
        assertThat(later.calendars()).isNotEqualTo(early.calendars());
    }
}
