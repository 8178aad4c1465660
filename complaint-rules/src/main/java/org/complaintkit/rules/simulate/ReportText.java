package org.complaintkit.rules.simulate;

import java.util.Locale;
import org.complaintkit.rules.diff.Change;

/** A report for a terminal. */
final class ReportText {
    private final ReportWords words;
    private final StringBuilder text = new StringBuilder();

    ReportText(Locale locale) {
        this.words = new ReportWords(locale);
    }

    String of(SimulationReport report) {
        line("", words.text("sum", report.read(), report.changed(), report.told()));
        line("", words.text("rest", report.untouched(), report.bad()));
        if (report.outside() > 0) {
            line("", words.text("outside", report.outside()));
        }
        line(
                "",
                words.text(
                        "breaches",
                        report.breachesBefore(),
                        report.breachesAfter(),
                        report.newBreaches(),
                        report.spared()));
        report.aspects().forEach((aspect, cases) -> line("  ", words.aspect(aspect) + ": " + cases));
        report.effects().forEach(this::effect);
        report.badLines().forEach(bad -> line("", words.text("bad", bad.line(), bad.code(), bad.at())));
        return text.toString();
    }

    private void effect(SimulationReport.Effect effect) {
        text.append('\n');
        line("", words.cause(effect.cause()));
        Change change = effect.cause().change();
        if (change != null) {
            change.details().forEach(detail -> line("    ", words.detail(detail)));
        }
        line("  ", words.text("effect", effect.cases(), effect.newBreaches(), effect.spared()));
        for (SimulationReport.Example example : effect.examples()) {
            line("    ", ReportWords.plain(example.caseId()));
            example.differences().forEach(each -> line("        ", words.difference(each)));
        }
    }

    private void line(String indent, String told) {
        text.append(indent).append(told).append('\n');
    }
}
