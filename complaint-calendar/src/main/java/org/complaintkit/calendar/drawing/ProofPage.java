package org.complaintkit.calendar.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.calendar.CountedDay;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Forecast;
import org.complaintkit.calendar.Pause;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.TermKind;

/**
 * Draws a proof as HTML: what was counted from when to when and by which convention, and the months with each day that
 * counted (its number), each that did not (why), make-up days, standstills, start, target and limit, and the notices behind
 * them. Readable on a
 * telephone and on paper; no script, nothing loaded from elsewhere. English, {@code zh-CN} and {@code zh-TW}. {@link
 * ProofCalendar} draws the same as plain text.
 */
public final class ProofPage {
    private static final int MOST_MONTHS = 36;
    private static final String STYLE = "proof.css";

    private final Proof proof;
    private final ProofWords words;
    private final Markup out;

    private ProofPage(Proof proof, ProofWords words, Markup out) {
        this.proof = proof;
        this.words = words;
        this.out = out;
    }

    /** A page that stands alone. */
    public static String draw(Proof proof, Locale locale) {
        ProofWords words = ProofWords.in(locale);
        String title = words.text("title", proof.wording().text().text(words.locale()), limit(proof, words));
        return Markup.page(words.locale().toLanguageTag(), title, style(), out -> {
            out.open("main").element("h1", title);
            section(proof, locale, out);
            out.close();
        });
    }

    /** The same as a part of another page, which takes in {@link #style} too. */
    public static void section(Proof proof, Locale locale, Markup out) {
        new ProofPage(proof, ProofWords.in(locale), out).section();
    }

    /** The looks of {@link #section}. */
    public static String style() {
        try (InputStream in = ProofPage.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("packaged style " + STYLE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("packaged style " + STYLE + " cannot be read", e);
        }
    }

    private void section() {
        out.open("section", "class", "proof");
        summary();
        if (!proof.parts().isEmpty()) {
            parts();
        } else {
            months();
            times();
            reasons();
        }
        out.close();
    }

    private void summary() {
        out.open("dl", "class", "facts");
        fact("page.term", proof.wording().text().text(words.locale()));
        if (proof.wording().text() instanceof Term.Soft) {
            String whose = words.text(proof.wording().standard() ? "word.standard" : "word.given");
            fact("page.meaning", proof.wording().meaning().text(words.locale()) + " (" + whose + ")");
        }
        fact("page.start", text(proof.start()));
        if (!proof.target().equals(proof.limit())) {
            fact("page.target", text(proof.target()));
        }
        fact("page.limit", text(proof.limit()));
        fact("page.convention", proof.conventionName() + (proof.source().isEmpty() ? "" : " (" + proof.source() + ")"));
        fact("page.calendar", proof.calendarVersion() + ", " + proof.zone());
        if (proof.serviceHours() != null && TermKind.of(proof.term()) == TermKind.WORKING_HOURS) {
            fact("page.hours", proof.serviceHours().toString());
        }
        for (Pause pause : proof.pauses()) {
            fact(
                    "page.pause",
                    words.text("page.span", moment(pause.from()), pause.to() == null ? "…" : moment(pause.to())));
        }
        if (proof.cap() != null) {
            fact("page.cap", text(proof.cap()));
        }
        Forecast forecast = proof.forecast();
        if (forecast != null) {
            fact(
                    "page.forecast",
                    words.text(
                            "page.outlook",
                            text(forecast.likely()),
                            text(forecast.earliest()),
                            text(forecast.latest())));
            fact("page.assumption", Assumptions.in(words, forecast.assumption()));
        }
        out.close();
    }

    private void fact(String name, String value) {
        out.element("dt", words.text(name)).element("dd", value);
    }

    private String text(DueMoment moment) {
        return moment.isNever() ? words.text("never") : moment.toText(proof.zone());
    }

    private String moment(Instant at) {
        return at.atZone(proof.zone()).toOffsetDateTime().toString();
    }

    private static String limit(Proof proof, ProofWords words) {
        return proof.limit().isNever() ? words.text("never") : proof.limit().toText(proof.zone());
    }

    /** Each part with its own drawing; the one that decides says so. */
    private void parts() {
        boolean decided = false;
        List<Proof> parts = proof.parts();
        for (int i = 0; i < parts.size(); i++) {
            Proof part = parts.get(i);
            boolean decides = !decided && part.limit().equals(proof.limit());
            decided |= decides;
            String title = words.text(
                            decides ? "part.decides" : "part",
                            i + 1,
                            part.wording().text().text(words.locale()),
                            limit(part, words))
                    .strip();
            out.element("h4", title);
            new ProofPage(part, words, out).section();
        }
    }

    private void months() {
        if (proof.limit().isNever()) {
            return;
        }
        YearMonth first = YearMonth.from(proof.start().day());
        YearMonth last = YearMonth.from(proof.limit().day());
        if (last.isBefore(first) || first.plusMonths(MOST_MONTHS).isBefore(last)) {
            return;
        }
        MonthSheet sheet = new MonthSheet(DrawnDay.of(proof), words, out);
        out.open("div", "class", "months");
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            sheet.draw(
                    month,
                    month.equals(first) ? proof.start().day() : month.atDay(1),
                    month.equals(last) ? proof.limit().day() : month.atEndOfMonth());
        }
        out.close();
        sheet.legend();
    }

    /** The service time of each day. */
    private void times() {
        List<CountedDay> timed =
                proof.counted().stream().filter(day -> !day.time().isZero()).toList();
        if (!timed.isEmpty()) {
            out.open("ul", "class", "times");
            timed.forEach(day -> out.element(
                    "li",
                    words.text("time", day.date().toString(), ProofWords.clock(day.time()))
                            .strip()));
            out.close();
        }
    }

    private void reasons() {
        Map<String, List<ToldDays>> told = ToldDays.byNotice(proof);
        if (told.isEmpty()) {
            return;
        }
        out.open("ul", "class", "reasons");
        told.forEach((notice, all) -> {
            out.open("li");
            for (int i = 0; i < all.size(); i++) {
                if (i > 0) {
                    out.open("br");
                }
                out.text(all.get(i).text(words).strip());
            }
            if (!notice.isEmpty()) {
                out.open("br").element("span", notice, "class", "source");
            }
            out.close();
        });
        out.close();
    }
}
