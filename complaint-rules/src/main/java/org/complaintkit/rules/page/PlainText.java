package org.complaintkit.rules.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.complaintkit.calendar.drawing.ProofCalendar;

/** Writes pages as plain text for a terminal; control characters of the texts do not reach it. */
public final class PlainText {
    private PlainText() {}

    /** The page, lines ended by a line feed. */
    public static String write(Page page) {
        StringBuilder out = new StringBuilder(Visible.text(page.title()) + "\n");
        for (Block block : page.blocks()) {
            out.append(text(block, Locale.forLanguageTag(page.language())));
        }
        return out.toString();
    }

    private static String text(Block block, Locale locale) {
        if (block instanceof Block.Heading heading) {
            String text = Visible.text(heading.text()) + "\n";
            return heading.level() == 2 ? "\n" + text : "\n  " + text;
        }
        if (block instanceof Block.Paragraph paragraph) {
            return "  " + Visible.text(paragraph.text()) + "\n";
        }
        if (block instanceof Block.Points points) {
            return points.items().stream()
                    .map(item -> "  - " + Visible.text(item) + "\n")
                    .collect(Collectors.joining());
        }
        if (block instanceof Block.Facts facts) {
            return facts.facts().stream()
                    .map(fact -> "  " + Visible.text(fact.name()) + ": " + Visible.text(fact.value()) + "\n")
                    .collect(Collectors.joining());
        }
        if (block instanceof Block.Table table) {
            return row(table.header())
                    + table.rows().stream().map(PlainText::row).collect(Collectors.joining());
        }
        String lines = block instanceof Block.Drawing drawing
                ? ProofCalendar.draw(drawing.proof(), locale)
                : ((Block.Verbatim) block).text();
        return lines.lines()
                .map(line -> line.isEmpty() ? "\n" : "    " + Visible.text(line) + "\n")
                .collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return "  " + cells.stream().map(Visible::text).collect(Collectors.joining(" | ")) + "\n";
    }
}
