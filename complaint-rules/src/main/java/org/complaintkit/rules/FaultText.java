package org.complaintkit.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.Severity;

/** Faults for people: three lines each, and the sum. */
final class FaultText {
    private static final Map<String, List<String>> WORDS = Map.of(
            "en", List.of("error", "warning", "in", "No fault.", "%d errors, %d warnings."),
            "zh-CN", List.of("错误", "警告", "位于", "没有错误。", "%d 个错误，%d 个警告。"),
            "zh-TW", List.of("錯誤", "警告", "位於", "沒有錯誤。", "%d 個錯誤，%d 個警告。"));

    private final SourceText source;
    private final Locale locale;
    private final List<String> words;

    FaultText(SourceText source, Locale locale) {
        this.source = source;
        this.locale = locale;
        this.words = WORDS.getOrDefault(Vocabulary.language(locale), List.of());
    }

    String of(List<PackFault> faults, long errors) {
        StringBuilder text = new StringBuilder();
        faults.forEach(fault -> one(fault, text));
        String sum = String.format(Locale.ROOT, words.get(4), errors, faults.size() - errors);
        return text.append(faults.isEmpty() ? words.get(3) : sum).append('\n').toString();
    }

    private void one(PackFault fault, StringBuilder text) {
        String within = source.within(fault.file(), fault.at());
        text.append(fault.place())
                .append("  ")
                .append(words.get(fault.severity() == Severity.ERROR ? 0 : 1))
                .append(' ')
                .append(fault.code());
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
