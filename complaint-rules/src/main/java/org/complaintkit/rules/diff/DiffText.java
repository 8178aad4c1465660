package org.complaintkit.rules.diff;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.complaintkit.rules.words.BundleTexts;

/** Differences for people. */
final class DiffText {
    private static final int LONGEST = 300;

    /** What of a row that came or went is told only to programs. */
    private static final Set<String> SILENT = Set.of("clause", "basis", "source", "confidence");

    private final BundleTexts words;
    private final Locale locale;

    DiffText(Locale locale) {
        this.words = BundleTexts.of(DiffText.class, "diff", locale);
        this.locale = locale;
    }

    String of(PackDiff diff) {
        StringBuilder text = new StringBuilder();
        List<Change> changes = diff.changes();
        text.append(words.text("title", diff.before().label(), diff.after().label(), changes.size()))
                .append('\n');
        Part part = null;
        for (Change change : changes) {
            if (change.part() != part) {
                part = change.part();
                text.append('\n').append(part.label(locale)).append('\n');
            }
            write(text, change);
        }
        return text.toString();
    }

    private void write(StringBuilder text, Change change) {
        text.append("  ").append(words.text("kind." + change.kind()));
        if (!change.id().isEmpty()) {
            text.append("  ").append(plain(change.id()));
        }
        if (!change.clause().isEmpty()) {
            text.append("  [").append(plain(change.clause())).append(']');
        }
        text.append('\n');
        for (Detail detail : change.details()) {
            if (change.kind() == Change.Kind.CHANGED || change.kind() == Change.Kind.MOVED) {
                String none = words.text("none");
                String from = detail.before().isEmpty() ? none : plain(detail.before());
                String to = detail.after().isEmpty() ? none : plain(detail.after());
                boolean wide = from.length() + to.length() > LONGEST / 3;
                line(text, detail, wide ? "\n        - " + from + "\n        + " + to : from + " -> " + to);
            } else if (!SILENT.contains(detail.field())) {
                line(text, detail, plain(detail.before() + detail.after()));
            }
        }
    }

    private void line(StringBuilder text, Detail detail, String told) {
        text.append("      ")
                .append(plain(detail.label(locale)))
                .append(told.startsWith("\n") ? ":" : ": ")
                .append(told)
                .append('\n');
    }

    /** On one line, without what a terminal would take as a command. */
    private static String plain(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
