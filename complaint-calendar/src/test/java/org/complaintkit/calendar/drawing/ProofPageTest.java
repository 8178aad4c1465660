package org.complaintkit.calendar.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.DueDates;
import org.complaintkit.calendar.DueQuestion;
import org.complaintkit.calendar.Pause;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofPageTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static Proof proof(String start, String term, Pause... pauses) {
        Instant at = LocalDateTime.parse(start).atZone(SHANGHAI).toInstant();
        return DueDates.answer(DueQuestion.of(CalendarRegistry.standard().get("CN"), SHANGHAI, at, Term.parse(term))
                        .conventions(Conventions.named("LEDGER"))
                        .pauses(List.of(pauses))
                        .build())
                .proof();
    }

    @Test
    void a_proof_over_national_day_shows_each_day_with_its_number_or_its_reason() throws Exception {
        ParsedPage page =
                ParsedPage.of(ProofPage.draw(proof("2025-09-25T09:00", "7 to 10 working days"), Locale.ENGLISH));
        assertThat(page.cells("counted"))
                .containsExactly(
                        "26 1",
                        "28 2 work",
                        "29 3",
                        "30 4",
                        "9 5",
                        "10 6",
                        "11 7 work aim",
                        "13 8",
                        "14 9",
                        "15 10 due");
        assertThat(page.cells("holiday")).hasSize(8).startsWith("1 off").endsWith("8 off");
        assertThat(page.cells("weekend")).containsExactly("27 ·", "12 ·");
        assertThat(page.cells("start")).containsExactly("25 start");
        assertThat(page.cells("limit")).containsExactly("15 10 due");
        assertThat(page.text("caption")).isEqualTo("September 2025");
    }

    @Test
    void a_standstill_is_drawn_and_told() throws Exception {
        Pause pause = new Pause(Instant.parse("2025-03-04T02:00:00Z"), Instant.parse("2025-03-06T02:00:00Z"));
        String html = ProofPage.draw(proof("2025-03-03T09:00", "3 working days", pause), Locale.CHINA);
        assertThat(ParsedPage.of(html).cells("paused")).containsExactly("5 停", "6 停");
        assertThat(html).contains("中止计算").contains("2025-03-04T10:00+08:00 至 2025-03-06T10:00+08:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 working days",
                "60 working days",
                "21 days",
                "4 hours",
                "before 30 January",
                "promptly",
                "90 working hours",
                "later of 2 hours and 3 days"
            })
    void each_page_is_well_formed_and_runs_and_loads_nothing(String term) throws Exception {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINA, Locale.TAIWAN)) {
            for (String start : List.of("2025-01-20T09:00", "2026-12-28T09:00")) {
                String html = ProofPage.draw(proof(start, term), locale);
                assertThat(ParsedPage.of(html).elements()).doesNotContain("script", "img", "link", "iframe");
                assertThat(html).doesNotContain("href=", "src=", "url(", "@import");
                assertThat(html).contains(proof(start, term).limit().toText(SHANGHAI));
            }
        }
    }

    @Test
    void text_and_page_agree_on_every_day() throws Exception {
        Proof proof = proof("2026-02-09T09:00", "15 working days");
        ParsedPage page = ParsedPage.of(ProofPage.draw(proof, Locale.ENGLISH));
        assertThat(page.cells("counted")).hasSize(proof.counted().size());
        assertThat(page.cells("holiday").size() + page.cells("weekend").size())
                .isEqualTo(proof.skipped().size());
        assertThat(page.cells("makeup")).containsExactly("14 5 work", "28 10 work");
    }

    @Test
    void what_is_not_settled_yet_is_marked() throws Exception {
        String html = ProofPage.draw(proof("2031-09-25T09:00", "10 working days"), Locale.TAIWAN);
        assertThat(ParsedPage.of(html).cells("forecast")).isNotEmpty();
        assertThat(html).contains("暫定").contains("安排尚未公布");
    }

    @Test
    void a_combined_term_is_drawn_part_by_part() throws Exception {
        ParsedPage page =
                ParsedPage.of(ProofPage.draw(proof("2025-03-03T09:00", "later of 2 hours and 3 days"), Locale.ENGLISH));
        assertThat(page.elements().stream().filter("h4"::equals)).hasSize(2);
        assertThat(page.cells("counted")).containsExactly("4 1", "5 2", "6 3 due");
    }
}
