package org.complaintkit.rules.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.complaintkit.calendar.drawing.ProofCalendar;

/** Writes pages as Markdown with tables; no text of a page can become a mark, an element or a link. */
public final class Markdown {
    private static final String MARKS = "\\`*{}[]<>#|~!";

    private Markdown() {}

    /** The page, lines ended by a line feed. */
    public static String write(Page page) {
        StringBuilder out = new StringBuilder("# " + escaped(page.title()) + "\n");
        for (Block block : page.blocks()) {
            out.append('\n').append(text(block, Locale.forLanguageTag(page.language())));
        }
        return out.toString();
    }

    private static String text(Block block, Locale locale) {
        if (block instanceof Block.Heading heading) {
            return "#".repeat(heading.level()) + " " + escaped(heading.text()) + "\n";
        }
        if (block instanceof Block.Paragraph paragraph) {
            return escaped(paragraph.text()) + "\n";
        }
        if (block instanceof Block.Points points) {
            return points.items().stream()
                    .map(item -> "- " + escaped(item) + "\n")
                    .collect(Collectors.joining());
        }
        if (block instanceof Block.Facts facts) {
            return facts.facts().stream()
                    .map(fact -> "- **" + escaped(fact.name()) + "**: " + escaped(fact.value()) + "\n")
                    .collect(Collectors.joining());
        }
        if (block instanceof Block.Table table) {
            StringBuilder out = new StringBuilder(row(table.header()));
            out.append("|").append(" --- |".repeat(table.header().size())).append('\n');
            table.rows().forEach(row -> out.append(row(row)));
            return out.toString();
        }
        if (block instanceof Block.Verbatim verbatim) {
            return fenced(verbatim.text());
        }
        return fenced(ProofCalendar.draw(((Block.Drawing) block).proof(), locale));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> " " + escaped(cell) + " |").collect(Collectors.joining("", "|", "\n"));
    }

    /** Indented by four blanks, where no fence can be closed from within. */
    private static String fenced(String text) {
        return text.lines()
                .map(line -> line.isEmpty() ? "\n" : "    " + Visible.text(line) + "\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        int[] codes = Visible.text(text).codePoints().toArray();
        for (int i = 0; i < codes.length; i++) {
            int c = codes[i];
            boolean inWord = i > 0
                    && i < codes.length - 1
                    && Character.isLetterOrDigit(codes[i - 1])
                    && Character.isLetterOrDigit(codes[i + 1]);
            boolean begins = i == 0 && (c == '-' || c == '+' || c == '=');
            boolean numbers = c == '.'
                    && i > 0
                    && i <= 9
                    && (i == codes.length - 1 || codes[i + 1] == ' ')
                    && Arrays.stream(codes, 0, i).allMatch(Character::isDigit);
            if (c == '&') {
                safe.append("&amp;");
            } else if (c == '<') {
                safe.append("&lt;");
            } else if (MARKS.indexOf(c) >= 0 || (c == '_' && !inWord) || begins || numbers) {
                safe.append('\\').appendCodePoint(c);
            } else {
                safe.appendCodePoint(c);
            }
        }
        return safe.toString();
    }
}
