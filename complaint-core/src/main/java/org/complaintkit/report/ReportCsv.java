package org.complaintkit.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.policy.Grouping;
import org.complaintkit.policy.IndicatorRule;
import org.complaintkit.policy.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Writes the content of a report as a table: the same content, the same text. Each indicator has a line for its total, in
 * which the column {@code by} is empty, and one for each group. Lines end with a line feed; unknown values are empty; a
 * text that a spreadsheet would take for a formula begins with an apostrophe. Stateless and thread-safe.
 */
public final class ReportCsv {
    private static final List<String> COLUMNS = List.of(
            "pack",
            "period",
            "report",
            "indicator",
            "label",
            "cases",
            "selected",
            "by",
            "code",
            "code_label",
            "number",
            "share",
            "part",
            "whole",
            "value",
            "previous",
            "growth",
            "target",
            "on_target",
            "clause",
            "basis");

    private final ReportContent content;
    private final Vocabulary words;
    private final Locale locale;

    private ReportCsv(ReportContent content, Vocabulary words, Locale locale) {
        this.content = content;
        this.words = words;
        this.locale = locale;
    }

    /**
     * The table.
     *
     * @param words where the labels of codes stand
     * @param locale language of the labels
     */
    public static String write(ReportContent content, Vocabulary words, Locale locale) {
        ReportCsv csv = new ReportCsv(content, words, locale);
        return Stream.concat(
                        Stream.of(String.join(",", COLUMNS)),
                        content.indicators().stream().flatMap(csv::lines))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private Stream<String> lines(IndicatorValue value) {
        IndicatorRule rule = value.rule();
        String by = rule.by().map(Grouping::name).orElse("");
        Stream<String> groups = value.groups().stream()
                .map(group -> line(
                        value, by, group.code(), group.cases(), group.share(), group.measured(), group.previous()));
        return Stream.concat(Stream.of(line(value, "", "", null, null, value.total(), value.previous())), groups);
    }

    private String line(
            IndicatorValue value,
            String by,
            String code,
            @Nullable Long cases,
            @Nullable BigDecimal share,
            Measured now,
            Measured previous) {
        IndicatorRule rule = value.rule();
        boolean total = by.isEmpty();
        return Stream.of(
                        text(content.pack().label()),
                        text(content.period().name()),
                        text(rule.report()),
                        text(rule.indicator()),
                        text(words.label("INDICATOR", rule.indicator(), locale)),
                        text(rule.cases().name()),
                        text(rule.selected().stream().map(Object::toString).collect(Collectors.joining(";"))),
                        text(by),
                        text(code),
                        text(label(rule, code)),
                        cases == null ? "" : cases.toString(),
                        plain(share),
                        Long.toString(now.part()),
                        Long.toString(now.whole()),
                        plain(now.value()),
                        plain(previous.value()),
                        plain(now.growth(previous)),
                        total ? text(rule.target().map(Object::toString).orElse("")) : "",
                        total ? value.onTarget().map(Object::toString).orElse("") : "",
                        text(rule.clause()),
                        rule.basis().name())
                .collect(Collectors.joining(","));
    }

    private String label(IndicatorRule rule, String code) {
        Optional<String> kind = rule.by().flatMap(Grouping::dimension).map(dimension -> dimension.kind());
        return code.isEmpty() || kind.isEmpty() || kind.get().isEmpty() ? code : words.label(kind.get(), code, locale);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String text(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
