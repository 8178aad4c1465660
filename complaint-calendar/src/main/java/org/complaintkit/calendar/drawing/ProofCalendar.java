package org.complaintkit.calendar.drawing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.CountedDay;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Forecast;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.SkippedDay;
import org.complaintkit.calendar.Term;

/**
 * Draws a proof as month sheets in plain text, at most 80 columns wide: each counted day with its number, each skipped
 * day with its reason, the start and the limit, and a question mark on each day that is a forecast; below, the service
 * time of each day, and the notice by which each day counts or does not. A combined term is drawn part by part. English, {@code zh-CN} and {@code zh-TW}.
 */
public final class ProofCalendar {
    private static final int CELL = 10;
    private static final int MOST_MONTHS = 36;

    private final Proof proof;
    private final ProofWords words;
    private final List<String> lines = new ArrayList<>();

    private ProofCalendar(Proof proof, Locale locale) {
        this.proof = proof;
        this.words = ProofWords.in(locale);
    }

    /** The proof as text, lines ended by a line feed; spans over three years are given as text without sheets. */
    public static String draw(Proof proof, Locale locale) {
        return new ProofCalendar(proof, locale).draw();
    }

    private String draw() {
        say("title", proof.wording().text().text(words.locale()), text(proof.limit()));
        if (proof.wording().text() instanceof Term.Soft) {
            String whose = words.text(proof.wording().standard() ? "word.standard" : "word.given");
            say("word", proof.wording().meaning().text(words.locale()), whose);
        }
        say("from", text(proof.start()));
        if (!proof.target().equals(proof.limit())) {
            say("target", text(proof.target()));
        }
        say("basis", proof.conventionName(), proof.source().isEmpty() ? "-" : proof.source(), proof.calendarVersion());
        forecast();
        if (proof.parts().isEmpty()) {
            if (!proof.limit().isNever()) {
                months();
            }
            times();
            reasons();
        } else {
            parts();
        }
        return String.join("\n", lines) + "\n";
    }

    private void forecast() {
        Forecast forecast = proof.forecast();
        if (forecast != null) {
            say("forecast", text(forecast.likely()), text(forecast.earliest()), text(forecast.latest()));
            lines.addAll(ProofWords.labelled(
                    words.text("forecast.assumption"), Assumptions.in(words, forecast.assumption())));
        }
    }

    /** Each part with its limit, then its own proof in full. */
    private void parts() {
        List<Proof> parts = proof.parts();
        boolean decided = false;
        for (int i = 0; i < parts.size(); i++) {
            Proof part = parts.get(i);
            boolean decides = !decided && part.limit().equals(proof.limit());
            decided |= decides;
            say(
                    decides ? "part.decides" : "part",
                    i + 1,
                    part.wording().text().text(words.locale()),
                    text(part.limit()));
        }
        for (Proof part : parts) {
            lines.add("");
            lines.addAll(new ProofCalendar(part, words.locale()).draw().lines().toList());
        }
    }

    /** The service time of each day, one line a day. */
    private void times() {
        for (CountedDay day : proof.counted()) {
            if (!day.time().isZero()) {
                say("time", day.date().toString(), ProofWords.clock(day.time()));
            }
        }
    }

    private String text(DueMoment moment) {
        return moment.isNever() ? words.text("never") : moment.toText(proof.zone());
    }

    private void months() {
        YearMonth first = YearMonth.from(proof.start().day());
        YearMonth last = YearMonth.from(proof.limit().day());
        if (last.isBefore(first) || first.plusMonths(MOST_MONTHS).isBefore(last)) {
            return;
        }
        Map<LocalDate, String> marks = marks();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            lines.add("");
            lines.add("  "
                    + words.text(
                            "month", String.valueOf(month.getYear()), words.text("month." + month.getMonthValue())));
            StringBuilder heading = new StringBuilder("  ");
            for (int day = 1; day <= 7; day++) {
                heading.append(ProofWords.pad(words.text("day." + day), CELL));
            }
            lines.add(heading.toString().stripTrailing());
            LocalDate from = month.equals(first) ? proof.start().day() : month.atDay(1);
            LocalDate to = month.equals(last) ? proof.limit().day() : month.atEndOfMonth();
            weeks(from.minusDays(from.getDayOfWeek().getValue() - 1L), to, month, marks);
        }
        lines.add("");
        say("legend");
        if (marks.values().stream().anyMatch(mark -> mark.contains("?"))) {
            say("legend.forecast");
        }
        if (proof.skipped().stream().anyMatch(day -> SkippedDay.CLOSED.equals(day.why()))) {
            say("legend.closed");
        }
    }

    private void weeks(LocalDate monday, LocalDate to, YearMonth month, Map<LocalDate, String> marks) {
        for (LocalDate week = monday; !week.isAfter(to); week = week.plusDays(7)) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < 7; i++) {
                LocalDate day = week.plusDays(i);
                boolean inside = YearMonth.from(day).equals(month);
                String number = String.format(Locale.ROOT, "%2d", day.getDayOfMonth());
                line.append(inside ? ProofWords.pad(number + marks.getOrDefault(day, ""), CELL) : " ".repeat(CELL));
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    private Map<LocalDate, String> marks() {
        Map<LocalDate, String> marks = new HashMap<>();
        for (SkippedDay day : proof.skipped()) {
            String mark = switch (day.why()) {
                case SkippedDay.WEEKEND -> "  .";
                case SkippedDay.HOLIDAY -> "  x";
                case SkippedDay.CLOSED -> "  -";
                default -> "  =";
            };
            marks.put(day.date(), mark + forecast(day.certainty()));
        }
        int number = 0;
        for (CountedDay day : proof.counted()) {
            number++;
            boolean star = day.why().equals(CountedDay.MAKE_UP);
            marks.put(day.date(), (star ? "* " : "  ") + number + forecast(day.certainty()));
        }
        marks.merge(proof.start().day(), "  >", (old, mark) -> old + ">");
        if (!proof.target().day().equals(proof.limit().day())) {
            marks.merge(proof.target().day(), "  ~", (old, mark) -> old + "~");
        }
        marks.merge(proof.limit().day(), "  !", (old, mark) -> old + "!");
        return marks;
    }

    private static String forecast(Certainty certainty) {
        return certainty == Certainty.PROVISIONAL ? "?" : "";
    }

    /** Festivals, make-up days, pauses and what the week decides, one line for each stretch, above the notice for it. */
    private void reasons() {
        ToldDays.byNotice(proof).forEach((notice, told) -> {
            told.forEach(days -> lines.add(days.text(words)));
            if (!notice.isEmpty()) {
                lines.addAll(ProofWords.wrapped("   ", notice));
            }
        });
    }

    private void say(String key, Object... arguments) {
        lines.add(words.text(key, arguments));
    }
}
