package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintkit.duty.DutyPort;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.report.ReportDuty;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.junit.jupiter.api.Test;

/** A half-year of reports, cut off at every step of the way to store and wire, and done again. */
class ReportCrashTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 3, 1);

    /** Some reports are filed in time, some late, one twice; some periods begin while nobody sweeps. */
    private static final List<String> SCRIPT = List.of(
            "2026-03-02 sweep",
            "2026-04-03 T-R01 2026-03",
            "2026-04-07 sweep",
            "2026-04-15 sweep",
            "2026-04-16 T-R02 2026-03",
            "2026-06-20 sweep",
            "2026-06-21 T-R01 2026-04",
            "2026-06-22 T-R01 2026-04",
            "2026-07-03 sweep");

    /** What is left in the end. */
    private record Ending(Map<String, Case> entries, Set<String> onTheWire) {}

    /** A host whose processes die at one step. */
    private static final class Host {
        final InMemoryCaseRepository store = new InMemoryCaseRepository();
        final TestClock clock = new TestClock(Instant.EPOCH);
        final List<String> wire = new ArrayList<>();
        final Mortal process;
        int crashes;

        Host(Set<Integer> fatal) {
            process = new Mortal(fatal);
        }

        ComplaintDesk desk() {
            return ComplaintDesk.under(TestRules.book())
                    .repository(process.reaching(CaseRepository.class, store))
                    .dutyPort(process.reaching(DutyPort.class, notice -> wire.add(notice.key())))
                    .clock(clock)
                    .reporting("BANK-1", SINCE)
                    .open();
        }

        Ending play() {
            ComplaintDesk desk = desk();
            for (int i = 0; i < SCRIPT.size(); i++) {
                String[] words = SCRIPT.get(i).split(" ");
                clock.set(Instant.parse(words[0] + "T04:00:00Z"));
                boolean cut = true;
                while (cut) {
                    cut = false;
                    try {
                        take(desk, "f" + i, words);
                    } catch (Crash e) {
                        crashes++;
                        desk = desk();
                        cut = true;
                    }
                }
            }
            Map<String, Case> entries = new TreeMap<>();
            ComplaintDesk after = ComplaintDesk.under(TestRules.book())
                    .repository(store)
                    .clock(clock)
                    .reporting("BANK-1", SINCE)
                    .open();
            for (ReportDuty duty : after.reports().owed("BANK-1", SINCE, LocalDate.of(2026, 7, 31))) {
                entries.put(duty.key().text(), duty.entry());
            }
            assertThat(Contents.waiting(store)).isEmpty();
            return new Ending(entries, new TreeSet<>(wire));
        }

        private void take(ComplaintDesk desk, String id, String... words) {
            if (words.length == 2) {
                desk.sweep();
            } else {
                Map<String, Object> data = Map.of("report", words[1], "period", words[2]);
                desk.reports()
                        .filed(
                                "BANK-1",
                                new CaseEvent(id, "REPORT_FILED", "UNIT", "", clock.instant(), clock.instant(), data));
            }
        }
    }

    @Test
    void whatever_step_a_process_dies_at_no_report_is_lost_and_none_is_opened_or_sent_twice() {
        Host calm = new Host(Set.of());
        Ending expected = calm.play();
        List<String> steps = List.copyOf(calm.process.steps());

        assertThat(calm.wire).doesNotHaveDuplicates().hasSizeGreaterThan(15);
        assertThat(calm.wire).anyMatch(key -> key.contains("BREACH")).anyMatch(key -> key.contains("WARNING"));
        assertThat(steps).contains("before save", "after save", "before deliver", "after published");
        for (int step = 1; step <= steps.size(); step++) {
            Host host = new Host(Set.of(step));
            assertThat(host.play())
                    .as("cut off at step %d, %s", step, steps.get(step - 1))
                    .isEqualTo(expected);
            assertThat(host.crashes).isEqualTo(1);
        }
    }
}
