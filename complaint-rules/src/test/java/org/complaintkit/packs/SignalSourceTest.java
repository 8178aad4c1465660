package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Signal;
import org.complaintkit.decision.SignalSource;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a host reads in a complaint counts beside the words of the pack, and stays with the case. */
class SignalSourceTest {
    private static final Packs PACKS = Packs.shipped();
    private static final Instant RECEIVED = Instant.parse("2026-03-02T01:00:00Z");

    @AfterAll
    static void close() {
        PACKS.close();
    }

    private static ComplaintDesk desk(SignalSource source) {
        return ComplaintDesk.under(PACKS.get("RCC"))
                .clock(Clock.fixed(RECEIVED, ZoneOffset.UTC))
                .signals(source)
                .open();
    }

    private static Complaint saying(String text) {
        return Complaint.received("c1", RECEIVED, "PHONE").text(text).build();
    }

    private static Signal says(String code, int weight) {
        return new Signal("", -1, code, weight);
    }

    @Test
    void it_decides_where_the_words_of_the_pack_say_nothing() {
        Decision decision = desk(complaint -> List.of(says("SERVICE_CHANNEL", 6)))
                .receive(saying("hello"))
                .now()
                .decision();
        assertThat(decision.category()).isEqualTo("SERVICE_CHANNEL");
        assertThat(decision.undecided()).isFalse();
        assertThat(decision.signals().found()).containsExactly(says("SERVICE_CHANNEL", 6));
    }

    @Test
    void it_speaks_for_a_complaint_without_text_too() {
        Complaint mute = Complaint.received("c1", RECEIVED, "PHONE").build();
        assertThat(desk(complaint -> List.of(says("VIOLATION", 9)))
                        .receive(mute)
                        .now()
                        .decision()
                        .category())
                .isEqualTo("VIOLATION");
    }

    @Test
    void where_it_contradicts_the_words_nothing_is_guessed() {
        Decision decision = desk(complaint -> List.of(says("SERVICE_CHANNEL", 6)))
                .receive(saying("有人骂人"))
                .now()
                .decision();
        assertThat(decision.undecided()).isTrue();
        assertThat(decision.signals().found())
                .extracting(Signal::code)
                .containsExactly("SERVICE_ATTITUDE", "SERVICE_CHANNEL");
    }

    @Test
    void a_code_that_no_vocabulary_knows_is_passed_over_and_so_is_all_it_says_where_intake_named_the_category() {
        assertThat(desk(complaint -> List.of(says("WEATHER", 90)))
                        .receive(saying("hello"))
                        .now()
                        .decision()
                        .undecided())
                .isTrue();
        Complaint named = Complaint.received("c1", RECEIVED, "PHONE")
                .category("WORK_ERROR")
                .text("hello")
                .build();
        assertThat(desk(complaint -> List.of(says("VIOLATION", 90)))
                        .receive(named)
                        .now()
                        .categories())
                .containsExactly("WORK_ERROR");
    }

    @Test
    void it_is_asked_once_and_what_it_said_stays_with_the_case() {
        AtomicInteger asked = new AtomicInteger();
        ComplaintDesk desk =
                desk(complaint -> List.of(says(asked.getAndIncrement() == 0 ? "SERVICE_CHANNEL" : "WORK_ERROR", 6)));
        desk.receive(saying("hello"));
        desk.receive(saying("hello"));
        assertThat(asked).hasValue(1);
        assertThat(desk.find("c1", RECEIVED.plusSeconds(3600)).orElseThrow().categories())
                .containsExactly("SERVICE_CHANNEL");
    }

    @Test
    void what_it_cannot_read_is_not_taken_in() {
        ComplaintDesk desk = desk(complaint -> {
            throw new IllegalStateException("no answer");
        });
        assertThatThrownBy(() -> desk.receive(saying("hello"))).hasMessage("no answer");
        assertThat(desk.find("c1", RECEIVED)).isEmpty();
    }
}
