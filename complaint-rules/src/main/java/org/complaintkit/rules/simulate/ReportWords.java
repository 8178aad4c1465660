package org.complaintkit.rules.simulate;

import java.util.Locale;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.rules.diff.Change;
import org.complaintkit.rules.diff.Detail;
import org.complaintkit.rules.words.BundleTexts;

/** What reports for people have in common: names of causes and values. */
final class ReportWords {
    private static final int LONGEST = 120;

    private final BundleTexts words;
    private final Locale locale;

    ReportWords(Locale locale) {
        this.words = BundleTexts.of(ReportWords.class, "simulate", locale);
        this.locale = locale;
    }

    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    String language() {
        return words.language();
    }

    String aspect(Aspect aspect) {
        return words.text("aspect." + aspect.name());
    }

    /** {@code Deadlines RCC-D01 (RCC)}. */
    String cause(Cause cause) {
        Change change = cause.change();
        if (change == null) {
            return words.text("cause." + cause.kind().name(), plain(cause.pack()));
        }
        return change.part().label(locale) + (change.id().isEmpty() ? "" : " " + plain(change.id())) + " ("
                + plain(cause.pack()) + ")";
    }

    /** {@code limit: 3 working days -> 2 working days}; one value of the cause. */
    String detail(Detail detail) {
        return plain(detail.label(locale)) + ": " + told(detail.before()) + " -> " + told(detail.after());
    }

    /** {@code Deadline RCC-D01: 2024-03-04 > 2024-03-07 OPEN -> 2024-03-04 > 2024-03-06 BREACHED}. */
    String difference(Difference difference) {
        return aspect(difference.aspect())
                + (difference.subject().isEmpty() ? "" : " " + plain(difference.subject())) + ": "
                + told(difference.aspect(), difference.before()) + " -> "
                + told(difference.aspect(), difference.after());
    }

    /** Of a deadline its state in words. */
    private String told(Aspect aspect, String value) {
        String told = told(value);
        if (aspect == Aspect.DEADLINE) {
            for (DeadlineState state : DeadlineState.values()) {
                told = told.replaceFirst("\\b" + state + "\\b", words.text("state." + state));
            }
        }
        return told;
    }

    private String told(String value) {
        return value.isEmpty() ? words.text("none") : value.equals("+") ? words.text("there") : plain(value);
    }

    /** On one line, without what a terminal or a page would take as a command. */
    static String plain(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
