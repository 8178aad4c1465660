package org.complaintkit.calendar.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.complaintkit.calendar.CalendarSheet;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.DayKind;
import org.complaintkit.calendar.DueDates;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.DueQuestion;
import org.complaintkit.calendar.ListedDay;
import org.complaintkit.calendar.Pause;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.ServiceHours;
import org.complaintkit.calendar.SoftTime;
import org.complaintkit.calendar.TableCalendar;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole drawings as people get them, stored beside this test: whoever changes how a proof looks changes them too. */
class DrawnProofsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate LABOUR_DAY = LocalDate.of(2026, 5, 1);
    private static final WorkingCalendar OWN = TableCalendar.of(CalendarSheet.named("OWN")
            .schedule(LocalDate.of(2026, 1, 1), "Notice 7")
            .listed(new ListedDay(LABOUR_DAY, DayKind.HOLIDAY, "Labour Day", "Notice 7"))
            .listed(new ListedDay(LABOUR_DAY.plusDays(3), DayKind.HOLIDAY, "Labour Day", "Notice 7"))
            .listed(new ListedDay(LABOUR_DAY.plusDays(4), DayKind.HOLIDAY, "Branch day", "Notice 8"))
            .listed(new ListedDay(LABOUR_DAY.plusDays(8), DayKind.MAKE_UP, "Labour Day", "Notice 7"))
            .knownThrough(LocalDate.of(2026, 5, 31))
            .build());

    private static final Map<String, Proof> PROOFS = Map.of(
            "days", proof(question("2026-04-29T10:00", "5 to 7 working days").build()),
            "hours",
                    proof(question("2026-04-29T16:15:30.5", "12 working hours")
                            .serviceHours(ServiceHours.parse("WD 09:00-17:00; Wed closed; 2026-04-29 09:00-17:00"))
                            .pause(pause("2026-04-30T10:00", "2026-04-30T12:00"))
                            .pause(pause("2026-05-07T08:00", "2026-05-07T18:00"))
                            .build()),
            "forecast", proof(question("2026-05-28T10:00", "4 working days").build()),
            "combined",
                    proof(question("2026-05-06T10:00", "later of 2 hours and 1 working day")
                            .build()),
            "tie",
                    proof(question("2026-05-06T10:00", "earlier of 1 working day and 1 day")
                            .build()),
            "capped",
                    proof(question("2026-05-11T10:00", "timely")
                            .soft(SoftTime.TIMELY, Term.parse("5 working days"))
                            .pause(new Pause(at("2026-05-13T10:00"), at("2026-05-14T10:00")))
                            .earlierLimit(DueMoment.ofDay(LocalDate.of(2026, 5, 15), SHANGHAI))
                            .build()),
            "never",
                    proof(question("2026-05-06T10:00", "immediately")
                            .pause(new Pause(at("2026-05-06T10:30"), null))
                            .build()));

    @ParameterizedTest
    @ValueSource(strings = {"days", "hours", "forecast", "combined", "tie", "capped", "never"})
    void a_proof_is_drawn_as_text_and_as_page_as_stored(String name) throws IOException {
        Proof proof = Objects.requireNonNull(PROOFS.get(name));
        String page = ProofPage.draw(proof, Locale.ENGLISH);

        assertThat(ProofCalendar.draw(proof, Locale.ENGLISH)).isEqualTo(stored(name + ".txt"));
        assertThat(page).contains("<html lang=\"en\">", "<style>\n" + ProofPage.style() + "</style>", "table.month");
        assertThat(page.substring(page.indexOf("<main>"))).isEqualTo(stored(name + ".html"));
    }

    @Test
    void three_years_have_month_sheets_and_a_day_more_has_none() {
        Proof three = proof(question("2023-01-31T10:00", "36 months").build());
        Proof more = proof(question("2023-01-31T10:00", "37 months").build());

        assertThat(ProofCalendar.draw(three, Locale.ENGLISH)).contains("  January 2023\n", "  January 2026\n");
        assertThat(ProofPage.draw(three, Locale.ENGLISH)).contains("January 2023", "January 2026");
        assertThat(ProofCalendar.draw(more, Locale.ENGLISH))
                .startsWith("37 months: due 2026-02-28\n")
                .doesNotContain("Mon");
        assertThat(ProofPage.draw(more, Locale.ENGLISH)).doesNotContain("Mon", "legend\"");
    }

    @Test
    void a_limit_in_a_month_before_the_start_has_no_month_sheet() {
        Proof late = proof(question("2026-05-11T10:00", "5 working days")
                .earlierLimit(DueMoment.ofDay(LocalDate.of(2026, 4, 30), SHANGHAI))
                .build());

        assertThat(ProofCalendar.draw(late, Locale.ENGLISH))
                .startsWith("5 working days: due 2026-04-30\n")
                .doesNotContain("Mon");
        assertThat(ProofPage.draw(late, Locale.ENGLISH)).doesNotContain("Mon", "legend\"");
    }

    private static Pause pause(String from, String to) {
        return new Pause(at(from), at(to));
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(SHANGHAI).toInstant();
    }

    private static DueQuestion.Builder question(String start, String term) {
        return DueQuestion.of(OWN, SHANGHAI, at(start), Term.parse(term)).conventions(Conventions.LEDGER);
    }

    private static Proof proof(DueQuestion question) {
        return DueDates.answer(question).proof();
    }

    private static String stored(String name) throws IOException {
        try (InputStream in = DrawnProofsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
