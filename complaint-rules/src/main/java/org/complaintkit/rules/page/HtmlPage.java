package org.complaintkit.rules.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.calendar.drawing.Markup;
import org.complaintkit.calendar.drawing.ProofPage;

/**
 * Writes pages as HTML that stands alone: no script, nothing loaded from elsewhere, readable on a telephone and on paper.
 * Wide tables scroll by themselves.
 */
public final class HtmlPage {
    private static final String STYLE = "page.css";

    private final Page page;
    private final Markup out;
    private final Set<String> places = new TreeSet<>();

    private HtmlPage(Page page, Markup out) {
        this.page = page;
        this.out = out;
    }

    /** The page. */
    public static String write(Page page) {
        return Markup.page(
                page.language(), page.title(), ProofPage.style() + style(), out -> new HtmlPage(page, out).body());
    }

    private void body() {
        out.open("main").element("h1", page.title());
        contents();
        page.blocks().forEach(this::block);
        out.close();
    }

    /** Links to the chapters, where there are more than a few. */
    private void contents() {
        List<Block.Heading> chapters = page.blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .filter(heading -> heading.level() == 2 && !heading.anchor().isEmpty())
                .toList();
        if (chapters.size() > 3) {
            out.open("nav").open("ol");
            chapters.forEach(each -> out.open("li")
                    .element("a", each.text(), "href", "#" + each.anchor())
                    .close());
            out.close().close();
        }
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            out.element("h" + heading.level(), heading.text(), "id", place(heading.anchor()));
        } else if (block instanceof Block.Paragraph paragraph) {
            out.element("p", paragraph.text());
        } else if (block instanceof Block.Points points) {
            out.open("ul");
            points.items().forEach(item -> out.element("li", item));
            out.close();
        } else if (block instanceof Block.Facts facts) {
            out.open("dl", "class", "facts");
            facts.facts().forEach(fact -> out.element("dt", fact.name()).element("dd", fact.value()));
            out.close();
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Verbatim verbatim) {
            out.element("pre", verbatim.text());
        } else {
            ProofPage.section(((Block.Drawing) block).proof(), Locale.forLanguageTag(page.language()), out);
        }
    }

    private void table(Block.Table table) {
        out.open("div", "class", "wide")
                .open("table", "class", "plain")
                .open("thead")
                .open("tr");
        table.header().forEach(name -> out.element("th", name, "scope", "col"));
        out.close().close().open("tbody");
        for (List<String> row : table.rows()) {
            out.open("tr", "id", table.anchors() ? place(row.get(0)) : "");
            for (int i = 0; i < row.size(); i++) {
                out.element("td", row.get(i), "data-label", table.header().get(i));
            }
            out.close();
        }
        out.close().close().close();
    }

    /** A name for a place that no other place has; empty where the text cannot be one. */
    private String place(String text) {
        return text.matches("[A-Za-z0-9_.-]{1,200}") && places.add(text) ? text : "";
    }

    private static String style() {
        try (InputStream in = HtmlPage.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("packaged style " + STYLE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("packaged style " + STYLE + " cannot be read", e);
        }
    }
}
