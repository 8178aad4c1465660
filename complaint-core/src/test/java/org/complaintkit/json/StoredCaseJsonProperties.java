package org.complaintkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.Histories.Life;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;

class StoredCaseJsonProperties {
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(List.of(TestRules.book()), CalendarRegistry.standard(), Organisation.UNKNOWN);

    @Property(tries = 200)
    void any_life_comes_back_equal_and_is_written_the_same_again(@ForAll Life life) {
        Case lived = LIFECYCLE.receive(life.complaint()).now();
        for (CaseEvent event : life.events()) {
            lived = LIFECYCLE.handle(lived, event).now();
        }
        lived = LIFECYCLE.advance(lived, life.end()).now();
        String text = StoredCaseJson.write(lived, "");

        StoredCaseJson.Content read = StoredCaseJson.read(text);

        assertThat(read.value()).isEqualTo(lived);
        assertThat(read.newer()).isEmpty();
        assertThat(StoredCaseJson.write(read.value(), read.newer())).isEqualTo(text);
        assertThat(LIFECYCLE.advance(read.value(), life.end().plusSeconds(1_000_000)))
                .as("goes on as the case itself would")
                .isEqualTo(LIFECYCLE.advance(lived, life.end().plusSeconds(1_000_000)));
        for (Notice notice : lived.notices()) {
            assertThat(StoredCaseJson.readNotice(StoredCaseJson.writeNotice(notice)))
                    .isEqualTo(notice);
        }
    }

    @Property(tries = 1000)
    void whatever_a_java_text_holds_comes_back(@ForAll String words) {
        Case value = LIFECYCLE
                .receive(Complaint.received("C-1", Instant.parse("2026-03-02T01:00:00Z"), "TELEPHONE")
                        .text(words)
                        .given("formIssued", words)
                        .build())
                .now();
        assertThat(StoredCaseJson.read(StoredCaseJson.write(value, "")).value()).isEqualTo(value);
    }
}
