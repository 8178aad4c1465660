package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.duty.Escalation;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.Test;

/** Variants of one escalation: for important customers the words for time mean half (MCH-E2d). */
class GreenChannelTest {
    /** A Monday, nine o'clock in Shanghai. */
    private static final Instant RECEIVED = Instant.parse("2026-03-02T01:00:00Z");

    private static Map<String, String> toldBy(String... facts) {
        return toldBy(Map.of(), facts);
    }

    private static Map<String, String> toldBy(Map<String, String> parameters, String... facts) {
        try (Packs packs = Packs.shipped()) {
            ComplaintDesk desk = ComplaintDesk.under(packs.get("MCH").with(parameters))
                    .clock(Clock.fixed(RECEIVED, ZoneOffset.UTC))
                    .open();
            desk.receive(Complaint.received("c1", RECEIVED, "PHONE")
                    .facts(List.of(facts))
                    .build());
            Map<String, String> told = new TreeMap<>();
            for (Escalation escalation : desk.find("c1", RECEIVED).orElseThrow().escalations()) {
                told.put(escalation.id(), String.valueOf(escalation.tellBy()));
            }
            return told;
        }
    }

    @Test
    void at_once_and_in_good_time_mean_half_for_important_customers_under_the_same_names() {
        assertThat(toldBy("BATCH", "DIFFICULT"))
                .isEqualTo(Map.of("MCH-E02", "2026-03-02T03:00:00Z", "MCH-E03", "2026-03-03T16:00:00Z"));
        assertThat(toldBy("BATCH", "DIFFICULT", "VIP"))
                .isEqualTo(Map.of(
                        "MCH-E01", "2026-03-02T02:00:00Z",
                        "MCH-E02", "2026-03-02T02:00:00Z",
                        "MCH-E03", "2026-03-02T05:00:00Z"));
    }

    @Test
    void they_stay_half_when_the_institution_sets_the_words_and_can_be_set_themselves() {
        assertThat(toldBy(
                        Map.of("soft.immediate", "1 hour", "soft.timely", "2 working days"),
                        "BATCH",
                        "DIFFICULT",
                        "VIP"))
                .isEqualTo(Map.of(
                        "MCH-E01", "2026-03-02T01:30:00Z",
                        "MCH-E02", "2026-03-02T01:30:00Z",
                        "MCH-E03", "2026-03-03T16:00:00Z"));
        assertThat(toldBy(Map.of("soft.immediate", "1 hour", "mch.vip.immediate", "10 minutes"), "VIP"))
                .isEqualTo(Map.of("MCH-E01", "2026-03-02T01:10:00Z"));
    }
}
