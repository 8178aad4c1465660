package org.complaintkit.rules.simulate;

import java.util.Map;
import org.complaintkit.calendar.drawing.Markup;

/** Bars with their names and numbers, as a drawing in the page. Immutable. */
final class BarPlot {
    private static final int WIDTH = 520;
    private static final int ROW = 26;
    private static final int NAMES = 230;
    private static final int NUMBERS = 70;
    private static final int LONGEST = 32;

    private final String title;
    private final Map<String, Long> bars;

    BarPlot(String title, Map<String, Long> bars) {
        this.title = title;
        this.bars = bars;
    }

    void draw(Markup page) {
        long most = bars.values().stream().mapToLong(Long::longValue).max().orElse(1);
        int height = bars.size() * ROW + 4;
        page.open("svg", "viewBox", "0 0 " + WIDTH + " " + height, "role", "img", "aria-label", title);
        int y = 2;
        for (Map.Entry<String, Long> bar : bars.entrySet()) {
            int length = (int) Math.max(2, bar.getValue() * (WIDTH - NAMES - NUMBERS) / Math.max(1, most));
            String middle = String.valueOf(y + 17);
            page.element("text", cut(bar.getKey()), "x", String.valueOf(NAMES - 8), "y", middle, "text-anchor", "end");
            page.open(
                            "rect",
                            "x",
                            String.valueOf(NAMES),
                            "y",
                            String.valueOf(y + 4),
                            "width",
                            String.valueOf(length),
                            "height",
                            String.valueOf(ROW - 8))
                    .close();
            page.element("text", String.valueOf(bar.getValue()), "x", String.valueOf(NAMES + length + 6), "y", middle);
            y += ROW;
        }
        page.open(
                        "line",
                        "x1",
                        String.valueOf(NAMES),
                        "x2",
                        String.valueOf(NAMES),
                        "y1",
                        "0",
                        "y2",
                        String.valueOf(height))
                .close();
        page.close();
    }

    /** Letters of Chinese take two columns. */
    private static String cut(String name) {
        int columns = 0;
        StringBuilder shown = new StringBuilder();
        for (int c : name.codePoints().toArray()) {
            columns += c >= 0x2E80 ? 2 : 1;
            if (columns > LONGEST) {
                return shown.append("...").toString();
            }
            shown.appendCodePoint(c);
        }
        return shown.toString();
    }
}
