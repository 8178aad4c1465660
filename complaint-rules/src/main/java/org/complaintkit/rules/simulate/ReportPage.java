package org.complaintkit.rules.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.calendar.drawing.Markup;
import org.complaintkit.rules.diff.Change;

/** A report as a page of its own: figures, plots, causes with examples. No script, nothing loaded, readable in grey. */
final class ReportPage {
    private static final String STYLE = "simulate.css";
    private static final int MOST_BARS = 20;

    private final ReportWords words;

    ReportPage(Locale locale) {
        this.words = new ReportWords(locale);
    }

    String of(SimulationReport report) {
        return Markup.page(words.language(), words.text("title"), style(), page -> {
            page.open("main");
            page.element("h1", words.text("title"));
            figures(page, report);
            if (report.outside() > 0) {
                page.element("p", words.text("outside", report.outside()));
            }
            if (report.changed() > 0) {
                plots(page, report);
                page.element("h2", words.text("head.causes"));
                page.element("p", words.text("legend"));
                report.effects().forEach(effect -> effect(page, effect));
            }
            bad(page, report);
            page.close();
        });
    }

    private void figures(Markup page, SimulationReport report) {
        page.open("dl", "class", "figures");
        figure(page, "figure.changed", report.changed());
        figure(page, "figure.told", report.told());
        figure(page, "figure.newBreaches", report.newBreaches());
        figure(page, "figure.spared", report.spared());
        figure(page, "figure.breachesBefore", report.breachesBefore());
        figure(page, "figure.breachesAfter", report.breachesAfter());
        figure(page, "figure.untouched", report.untouched());
        figure(page, "figure.bad", report.bad());
        page.close();
    }

    private void figure(Markup page, String key, long number) {
        page.open("div")
                .element("dt", words.text(key))
                .element("dd", words.text("number", number))
                .close();
    }

    private void plots(Markup page, SimulationReport report) {
        Map<String, Long> aspects = new LinkedHashMap<>();
        report.aspects().forEach((aspect, cases) -> aspects.put(words.aspect(aspect), cases));
        plot(page, "head.aspects", aspects);
        Map<String, Long> causes = new LinkedHashMap<>();
        report.effects().stream()
                .limit(MOST_BARS)
                .forEach(effect -> causes.merge(words.cause(effect.cause()), effect.cases(), Long::sum));
        plot(page, "head.byCause", causes);
        Map<String, Long> shifts = new LinkedHashMap<>();
        report.shifts().forEach((days, cases) -> shifts.put(shift(days), cases));
        plot(page, "head.shifts", shifts);
    }

    private String shift(int days) {
        String sign = Math.abs(days) == Shifts.MOST ? (days < 0 ? "<= " : ">= ") : "";
        return words.text("days", sign + (days > 0 ? "+" : "") + days);
    }

    private void plot(Markup page, String key, Map<String, Long> bars) {
        if (!bars.isEmpty()) {
            page.element("h2", words.text(key));
            new BarPlot(words.text(key), bars).draw(page);
        }
    }

    private void effect(Markup page, SimulationReport.Effect effect) {
        page.open("section", "class", "effect");
        page.element("h3", words.cause(effect.cause()));
        Change change = effect.cause().change();
        if (change != null && !change.details().isEmpty()) {
            page.open("ul");
            change.details().forEach(detail -> page.element("li", words.detail(detail)));
            page.close();
        }
        page.element("p", words.text("effect", effect.cases(), effect.newBreaches(), effect.spared()));
        if (!effect.examples().isEmpty()) {
            page.open("table").open("thead").open("tr");
            page.element("th", words.text("head.case"), "scope", "col");
            page.element("th", words.text("head.difference"), "scope", "col");
            page.close().close().open("tbody");
            effect.examples().forEach(example -> example(page, example));
            page.close().close();
        }
        page.close();
    }

    private void example(Markup page, SimulationReport.Example example) {
        page.open("tr").element("td", ReportWords.plain(example.caseId())).open("td");
        example.differences().forEach(each -> page.element("div", words.difference(each)));
        page.close().close();
    }

    private void bad(Markup page, SimulationReport report) {
        if (!report.badLines().isEmpty()) {
            page.element("h2", words.text("head.bad")).open("ul");
            report.badLines()
                    .forEach(line -> page.element("li", words.text("bad", line.line(), line.code(), line.at())));
            page.close();
        }
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + STYLE + " is not in this jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
