package org.complaintkit.repository.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.repository.testing.Samples.MONDAY;
import static org.complaintkit.repository.testing.Samples.complaint;
import static org.complaintkit.repository.testing.Samples.happened;
import static org.complaintkit.repository.testing.Samples.moment;
import static org.complaintkit.repository.testing.Samples.noted;
import static org.complaintkit.repository.testing.Samples.received;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Personal;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StoredCase;
import org.junit.jupiter.api.Test;

/** What comes back is what was stored: nothing is cut, shifted, rounded, normalised or left out. */
public interface ContentLaws extends Stores {
    private void words_come_back(String words) {
        Case value = save(received(complaint("C-1", MONDAY)
                .text(words)
                .complainant(
                        new Complainant("INDIVIDUAL", false, true, false, Personal.of(words), Personal.of(words)))));
        String found = stored("C-1").value().complaint().text().reveal();
        assertThat(found.equals(words))
                .as("the words come back, %s characters of %s", found.length(), words.length())
                .isTrue();
        assertThat(stored("C-1").value()).isEqualTo(value);
    }

    @Test
    default void chinese_words_come_back() {
        words_come_back(
                "\u6295\u8bc9\u7f51\u70b9\u67dc\u5458\u6001\u5ea6\u6076\u52a3\uff0c\u8981\u6c42\u9053\u6b49\u3002\u9f98\ud842\udfb7");
    }

    @Test
    default void emoji_come_back() {
        words_come_back(
                "\ud83d\ude21\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\ud83c\uddf9\ud83c\uddfc\u2764\ufe0f");
    }

    @Test
    default void nul_comes_back() {
        words_come_back("before\u0000after\u0000");
    }

    @Test
    default void control_characters_and_line_ends_come_back() {
        words_come_back("\u0001\u0008\t\n\r\r\n\u000b\u001f\u007f\u0085\u2028\u2029\ufeff");
    }

    @Test
    default void blanks_at_the_ends_come_back() {
        words_come_back("  \u3000 words \u00a0 ");
    }

    @Test
    default void quotes_and_what_looks_like_an_escape_or_a_statement_come_back() {
        words_come_back("\"'`\\ \\u0000 \\\\n %s ${x} {{y}} ?1 :name $1 '; drop table complaint_case; --");
    }

    @Test
    default void half_characters_come_back() {
        words_come_back("\ud800 \udc00 x\udbff");
    }

    @Test
    default void letters_are_not_normalised() {
        words_come_back("e\u0301 \u00e9 \ufb01 \u212b \u0130 \u0131");
    }

    @Test
    default void a_text_of_a_hundred_thousand_characters_comes_back() {
        words_come_back("\u6f22\ud83d\ude21x".repeat(25_000));
    }

    @Test
    default void a_text_of_four_million_characters_comes_back() {
        words_come_back("0123456789abcdef".repeat(250_000));
    }

    @Test
    default void every_moment_keeps_its_nanoseconds() {
        Instant odd = Instant.parse("2026-03-02T01:00:00.123456789Z");
        Case value = save(received("C-1", odd));
        repository().save(next("C-1", happened(value, "e1", odd.plusNanos(1), Map.of())));
        Case found = stored("C-1").value();
        assertThat(found.complaint().receivedAt()).isEqualTo(odd);
        assertThat(found.event("e1").orElseThrow().occurredAt()).isEqualTo(odd.plusNanos(1));
        assertThat(another().audit("C-1").get(1).recordedAt()).isEqualTo(odd.plusNanos(1));
    }

    @Test
    default void moments_long_past_and_far_off_come_back() {
        for (String moment :
                List.of("0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59Z")) {
            Instant at = Instant.parse(moment);
            Outcome received = received("at " + moment);
            Notice notice =
                    new Notice(moment, Notice.Kind.WARNING, "at " + moment, "T", "T-D01", List.of(), "T-01", at, at);
            AuditEntry link = AuditTrail.next(null, "at " + moment, "NOTE", at, "content");
            repository().save(CaseChange.first(received.now(), List.of(notice), link));
            assertThat(another().audit("at " + moment)).containsExactly(link);
            assertThat(stored("at " + moment).lastAudit()).isEqualTo(link);
            assertThat(waiting()).contains(notice);
        }
    }

    @Test
    default void cases_of_long_ago_and_of_years_to_come_are_due_at_their_moments() {
        for (String at : List.of("2007-01-04T01:00:00Z", "2090-11-02T01:00:00Z")) {
            Case value = save(received("at " + at, Instant.parse(at)));
            assertThat(stored("at " + at).value()).isEqualTo(value);
            assertThat(due(moment(value))).contains(new Place(moment(value), "at " + at));
        }
    }

    @Test
    default void the_zone_of_the_machine_shifts_nothing() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            Case value = save(received("C-1"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(stored("C-1").value()).isEqualTo(value);
            assertThat(another().audit("C-1").get(0).recordedAt()).isEqualTo(MONDAY);
            assertThat(due(Instant.MAX)).containsExactly(new Place(moment(value), "C-1"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    default void moments_in_the_hour_that_a_clock_change_repeats_or_leaves_out_stay_apart() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            for (String at : List.of("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-03-29T01:30:00Z")) {
                Case value = save(received("at " + at, Instant.parse(at)));
                assertThat(due(moment(value))).contains(new Place(moment(value), "at " + at));
                assertThat(another().audit("at " + at).get(0).recordedAt()).isEqualTo(Instant.parse(at));
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    default void data_of_an_event_keep_their_types() {
        Map<String, Object> data = Map.of(
                "text",
                "3",
                "number",
                3,
                "exact",
                new BigDecimal("0.1000000000000000055511151231257827"),
                "flag",
                true,
                "list",
                List.of("a", 1, false));
        Case value = save(received("C-1"));
        Case noted = noted(value, "e1", data).now();
        repository().save(next("C-1", noted(value, "e1", data)));
        assertThat(stored("C-1").value()).isEqualTo(noted);
    }

    @Test
    default void facts_of_single_systems_keep_their_types() {
        Case value = save(received(complaint("C-1", MONDAY)
                .claimedLoss(new BigDecimal("1234.50"))
                .given("sequence", 7)
                .given("requestedAmount", new BigDecimal("7.00"))
                .given("forwarderDate", LocalDate.of(2026, 3, 1))));
        Case found = stored("C-1").value();
        assertThat(List.copyOf(found.complaint().given().values()))
                .isEqualTo(List.copyOf(value.complaint().given().values()));
        assertThat(found.complaint().claimedLoss().toString()).isEqualTo("1234.50");
    }

    @Test
    default void a_case_with_a_thousand_events_comes_back() {
        Case value = save(received("C-1"));
        Case busy = value;
        for (int i = 0; i < 1_000; i++) {
            busy = noted(busy, "e" + i, Map.of("i", i)).now();
        }
        StoredCase stored = stored("C-1");
        repository().save(CaseChange.after(stored, busy, List.of(), link(stored.lastAudit(), busy)));
        assertThat(stored("C-1").value()).isEqualTo(busy);
    }

    @Test
    default void ids_are_told_apart_by_every_character() {
        List<String> ids = Arrays.asList(
                "c-1",
                "C-1",
                "C-1 ",
                " C-1",
                "C-\u0131",
                "C-i",
                "C-I",
                "C-\u0130",
                "e\u0301",
                "\u00e9",
                "'; --",
                "%",
                "_",
                "\\",
                "\ud83d\ude21",
                "\ud83d\ude22",
                "\u6295\u8bc9",
                "x".repeat(100));
        for (String id : ids) {
            save(received(id));
        }
        for (String id : ids) {
            assertThat(stored(id).value().id()).isEqualTo(id);
            assertThat(stored(id).version()).isEqualTo(1);
            assertThat(another().audit(id)).extracting(AuditEntry::caseId).containsExactly(id);
        }
    }

    @Test
    default void an_erased_case_is_erased_and_its_trail_still_verifies() {
        Case value = save(received(complaint("C-1", MONDAY).text("Zhang Canary 13800138000")));
        AuditEntry noted = link(stored("C-1").lastAudit(), value);
        repository().save(new CaseChange(value, 1, List.of(), noted, Map.of(), "{\"/nickname\":\"Canary\"}"));
        StoredCase before = stored("C-1");
        repository()
                .save(CaseChange.after(
                        before.withoutNewer(), received("C-1").now(), List.of(), link(before.lastAudit(), value)));

        StoredCase erased = stored("C-1");
        List<AuditEntry> trail = another().audit("C-1");
        assertThat(erased.value().complaint().text().isEmpty()).isTrue();
        assertThat(erased.newer()).as("what a newer version stored goes too").isEmpty();
        assertThat(repository()
                        .load("C-1")
                        .orElseThrow()
                        .value()
                        .complaint()
                        .text()
                        .isEmpty())
                .isTrue();
        assertThat(AuditTrail.firstBroken(trail, erased.lastAudit().hash())).isEmpty();
        assertThat(trail).hasSize(3);
    }

    @Test
    default void fields_of_a_newer_version_are_kept_and_go_back_with_the_next_write() {
        String newer = "{\"/events/id=e1/weather\":\"rain \\u0000 \ud83d\ude21\",\"/mood\":{\"a\":[1,2.50,null]}}";
        Case value = save(received("C-1"));
        Case noted = noted(value, "e1", Map.of()).now();
        StoredCase stored = stored("C-1");
        repository().save(new CaseChange(noted, 1, List.of(), link(stored.lastAudit(), noted), Map.of(), newer));
        assertThat(stored("C-1").newer()).isEqualTo(newer);

        repository().save(next("C-1", noted(noted, "e2", Map.of())));

        assertThat(stored("C-1").newer()).isEqualTo(newer);
        assertThat(stored("C-1").value().event("e2")).isPresent();
    }

    @Test
    default void a_case_without_fields_of_a_newer_version_has_none() {
        save(received("C-1"));
        assertThat(stored("C-1").newer()).isEmpty();
    }
}
