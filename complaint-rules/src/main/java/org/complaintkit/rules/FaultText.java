package org.complaintkit.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.rules.analysis.Finding;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.Severity;

/** Faults for people: three lines each, and the sum. */
final class FaultText {
    private static final Map<String, List<String>> WORDS = Map.of(
            "en",
                    List.of(
                            "error",
                            "warning",
                            "in",
                            "No fault.",
                            "%s, %s.",
                            "finding",
                            "%s.",
                            "as long as",
                            "such as",
                            "once the institution sets",
                            "no complaint was found that shows it: see whether one can come about",
                            "%s and %s more are not listed: mend those above and check again."),
            "zh-CN",
                    List.of(
                            "错误",
                            "警告",
                            "位于",
                            "没有错误。",
                            "%s 个错误，%s 个警告。",
                            "发现",
                            "%s 项发现。",
                            "前提是",
                            "例如",
                            "一旦机构设定",
                            "没有找到能显示它的投诉：请看看这样的投诉会不会发生",
                            "另有 %s 个错误、%s 个警告没有列出：先改好上面的，再检查一次。"),
            "zh-TW",
                    List.of(
                            "錯誤",
                            "警告",
                            "位於",
                            "沒有錯誤。",
                            "%s 個錯誤，%s 個警告。",
                            "發現",
                            "%s 項發現。",
                            "前提是",
                            "例如",
                            "一旦機構設定",
                            "沒有找到能顯示它的投訴：請看看這樣的投訴會不會發生",
                            "另有 %s 個錯誤、%s 個警告沒有列出：先改好上面的，再檢查一次。"));

    private final SourceText source;
    private final Locale locale;
    private final List<String> words;

    FaultText(SourceText source, Locale locale) {
        this.source = source;
        this.locale = locale;
        this.words = WORDS.getOrDefault(Vocabulary.language(locale), List.of());
    }

    String of(FaultList told) {
        List<PackFault> faults = told.faults();
        List<Finding> findings = told.findings();
        StringBuilder text = new StringBuilder();
        faults.forEach(fault -> one(fault, words.get(fault.severity() == Severity.ERROR ? 0 : 1), text));
        findings.forEach(finding -> one(finding, text));
        String sum = String.format(Locale.ROOT, words.get(4), number(told.errors(), 0), number(told.warnings(), 1));
        if (!told.complete()) {
            String unlisted = words.get(11);
            text.append(String.format(
                            Locale.ROOT,
                            unlisted,
                            number(told.unlistedErrors(), 0),
                            number(told.unlistedWarnings(), 1)))
                    .append("\n\n");
        }
        text.append(faults.isEmpty() && findings.isEmpty() ? words.get(3) : sum);
        if (!findings.isEmpty()) {
            text.append(' ').append(String.format(Locale.ROOT, words.get(6), number(findings.size(), 5)));
        }
        return text.append('\n').toString();
    }

    /** A number as the sum says it: in English with its word, in Chinese, which has no plural, the bare number. */
    private String number(long number, int word) {
        return !Vocabulary.language(locale).equals("en")
                ? String.valueOf(number)
                : number + " " + words.get(word) + (number == 1 ? "" : "s");
    }

    /** Where parameters play a part it says for which of their values, and last of all an example. */
    private void one(Finding finding, StringBuilder text) {
        one(finding.fault(), words.get(5), text);
        text.setLength(text.length() - 1);
        finding.once().forEach((id, value) -> value(words.get(9), id, value, text));
        finding.assumes().forEach((id, value) -> {
            if (!finding.once().containsKey(id)) {
                value(words.get(7), id, value, text);
            }
        });
        if (!finding.witness().isEmpty()) {
            text.append("    ")
                    .append(words.get(8))
                    .append(' ')
                    .append(finding.witness())
                    .append('\n');
        }
        if (finding.unshown()) {
            text.append("    ").append(words.get(10)).append('\n');
        }
        text.append('\n');
    }

    private static void value(String when, String id, String value, StringBuilder text) {
        text.append("    ")
                .append(when)
                .append(' ')
                .append(id)
                .append(" = ")
                .append(value)
                .append('\n');
    }

    private void one(PackFault fault, String kind, StringBuilder text) {
        String within = source.within(fault.file(), fault.at());
        text.append(fault.place()).append("  ").append(kind).append(' ').append(fault.code());
        if (!within.isEmpty()) {
            text.append("  ").append(words.get(2)).append(" \"").append(within).append('"');
        }
        if (!fault.text().isEmpty()) {
            text.append("\n    ").append(fault.text());
        }
        text.append("\n    ").append(fault.reason(locale));
        text.append("\n    -> ").append(fault.suggestion(locale)).append("\n\n");
    }
}
