package org.complaintkit.calendar.drawing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Writes HTML that is well-formed XML and cannot carry a script: every text and value is escaped, only a few elements and
 * attributes can be written, and none that loads anything. Characters that no page may hold, or that turn the direction of
 * the text around them, become U+FFFD. Not thread-safe.
 */
public final class Markup {
    private static final Set<String> ELEMENTS = Set.of(
            "main", "header", "section", "nav", "h1", "h2", "h3", "h4", "p", "div", "span", "b", "em", "code", "pre",
            "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "br",
            "details", "summary", "hr", "svg", "rect", "line", "text");
    private static final Set<String> ATTRIBUTES = Set.of(
            "class",
            "id",
            "title",
            "scope",
            "colspan",
            "lang",
            "role",
            "aria-label",
            "aria-hidden",
            "data-label",
            "href",
            "viewBox",
            "width",
            "height",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "text-anchor");
    private static final Pattern PLACE = Pattern.compile("#[A-Za-z0-9_.-]{1,200}");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * A page that stands alone.
     *
     * @param language tag of its language
     * @param style rules for its looks; they come from this project and hold neither {@code <} nor {@code &}
     */
    public static String page(String language, String title, String style, Consumer<Markup> body) {
        if (style.indexOf('<') >= 0 || style.indexOf('&') >= 0 || style.contains("url(") || style.contains("@import")) {
            throw new IllegalArgumentException("a style that could end itself or load something");
        }
        Markup markup = new Markup();
        body.accept(markup);
        return "<!DOCTYPE html>\n<html lang=\"" + escaped(language) + "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
                + "<title>" + escaped(title) + "</title>\n<style>\n" + style + "</style>\n</head>\n<body>\n"
                + markup + "</body>\n</html>\n";
    }

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn; one with an empty value is left out
     */
    public Markup open(String element, String... attributes) {
        out.append('<').append(known(element, ELEMENTS));
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            String name = known(attributes[i], ATTRIBUTES);
            String value = attributes[i + 1];
            if (name.equals("href") && !PLACE.matcher(value).matches()) {
                throw new IllegalArgumentException("a link that leaves the page");
            }
            if (!value.isEmpty()) {
                out.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(escaped(value))
                        .append('"');
            }
        }
        if (element.equals("br") || element.equals("hr")) {
            out.append("/>");
        } else {
            out.append('>');
            open.push(element);
        }
        return this;
    }

    /** Ends the element that began last. */
    public Markup close() {
        String element = open.pop();
        out.append("</").append(element).append('>');
        if (!element.equals("span") && !element.equals("b") && !element.equals("code") && !element.equals("a")) {
            out.append('\n');
        }
        return this;
    }

    /** Text, escaped. */
    public Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** An element that holds a text and nothing else. */
    public Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** A text as it may stand in an element or in a value. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean allowed(int c) {
        boolean control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F);
        boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean none = (c >= 0xD800 && c <= 0xDFFF) || (c & 0xFFFE) == 0xFFFE;
        return !control && !turning && !none;
    }

    private static String known(String name, Set<String> names) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("not written in pages: " + name);
        }
        return name;
    }

    /**
     * What was written.
     *
     * @throws IllegalStateException while an element is open
     */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
