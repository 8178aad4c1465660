package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.model.Organisation;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.Test;

/** What leaves a case leaves it at the moment that it names: a nanosecond before, nobody is told of anything. */
class NotBeforeItsTimeTest {
    @Test
    void no_escalation_duty_or_warning_of_any_worked_case_is_there_before_its_moment() throws IOException {
        List<String> wrong = new ArrayList<>();
        int escalations = 0;
        try (Packs packs = Packs.shipped()) {
            for (String pack : packs.ids()) {
                for (WorkedCase worked : PackCasesTest.casesOf(pack)) {
                    Case value = worked.handled(packs::get, Map.of()).orElse(null);
                    if (value != null) {
                        escalations += value.escalations().size();
                        judge(lifecycle(packs, value), value, wrong);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(escalations).as("escalations of the worked cases").isGreaterThan(400);
    }

    /** A warning may name a moment before its clock was known of: a raised grade brings clocks that began long before. */
    private static void judge(Lifecycle lifecycle, Case value, List<String> wrong) {
        Map<Instant, List<Notice>> due = new TreeMap<>();
        for (Notice notice : value.notices()) {
            due.computeIfAbsent(notice.at(), at -> new ArrayList<>()).add(notice);
        }
        due.forEach((at, notices) -> {
            if (at.isAfter(value.complaint().receivedAt())) {
                List<String> before = keys(lifecycle.asOf(value, at.minusNanos(1)));
                List<String> then = keys(lifecycle.asOf(value, at));
                for (Notice notice : notices) {
                    if (before.contains(notice.key())) {
                        wrong.add(notice.key() + " before " + at);
                    }
                    if (notice.kind() != Notice.Kind.WARNING && !then.contains(notice.key())) {
                        wrong.add(notice.key() + " not at " + at);
                    }
                }
            }
        });
    }

    private static List<String> keys(Case value) {
        return value.notices().stream().map(Notice::key).toList();
    }

    private static Lifecycle lifecycle(Packs packs, Case value) {
        List<RuleBook> books = new ArrayList<>();
        for (String id : value.decisions().keySet()) {
            RuleBook book = packs.get(id);
            books.add(book.with(PackCoverage.parameters(book.policy(), value)));
        }
        return new Lifecycle(books, CalendarRegistry.standard(), Organisation.UNKNOWN);
    }
}
