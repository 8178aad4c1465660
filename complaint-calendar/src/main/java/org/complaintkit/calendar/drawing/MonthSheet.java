package org.complaintkit.calendar.drawing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.SkippedDay;

/** Draws months as tables, a week a row; what a colour says is said in a word too. */
final class MonthSheet {
    private static final List<String> ALWAYS = List.of("counted", "makeup", "weekend", "holiday");

    private final Map<LocalDate, DrawnDay> days;
    private final ProofWords words;
    private final Markup out;

    MonthSheet(Map<LocalDate, DrawnDay> days, ProofWords words, Markup out) {
        this.days = days;
        this.words = words;
        this.out = out;
    }

    /** Whole weeks, from that of one day to that of another in the same month. */
    void draw(YearMonth month, LocalDate from, LocalDate to) {
        out.open("table", "class", "month");
        out.element(
                "caption",
                words.text("month", String.valueOf(month.getYear()), words.text("month." + month.getMonthValue())));
        out.open("thead").open("tr");
        for (int day = 1; day <= 7; day++) {
            out.element("th", words.text("day." + day).strip(), "scope", "col");
        }
        out.close().close().open("tbody");
        LocalDate monday = from.minusDays(from.getDayOfWeek().getValue() - 1L);
        for (LocalDate week = monday; !week.isAfter(to); week = week.plusDays(7)) {
            out.open("tr");
            for (int i = 0; i < 7; i++) {
                LocalDate day = week.plusDays(i);
                if (YearMonth.from(day).equals(month)) {
                    cell(day, days.getOrDefault(day, DrawnDay.PLAIN));
                } else {
                    out.open("td", "class", "outside").close();
                }
            }
            out.close();
        }
        out.close().close();
    }

    private void cell(LocalDate date, DrawnDay day) {
        List<String> kinds = kinds(day);
        List<String> said = new ArrayList<>(
                kinds.stream().map(kind -> words.text("sign." + kind)).toList());
        if (!day.name().isEmpty()) {
            said.add(day.name());
        }
        out.open(
                "td",
                "class",
                String.join(" ", kinds),
                "title",
                said.isEmpty() ? "" : date + ": " + String.join(", ", said));
        out.element("span", String.valueOf(date.getDayOfMonth()), "class", "date");
        if (day.number() > 0) {
            out.element("b", String.valueOf(day.number()), "class", "number");
        }
        for (String kind : kinds) {
            if (!kind.equals("counted")) {
                out.element("span", words.text("tag." + kind), "class", "tag " + kind);
            }
        }
        out.close();
    }

    private static List<String> kinds(DrawnDay day) {
        List<String> kinds = new ArrayList<>();
        add(kinds, "start", day.marks().start());
        add(kinds, "counted", day.number() > 0);
        add(kinds, "makeup", day.makeUp());
        add(kinds, "weekend", day.why().equals(SkippedDay.WEEKEND));
        add(kinds, "holiday", day.why().equals(SkippedDay.HOLIDAY));
        add(kinds, "paused", day.why().equals(SkippedDay.PAUSED));
        add(kinds, "closed", day.why().equals(SkippedDay.CLOSED));
        add(kinds, "forecast", day.forecast());
        add(kinds, "target", day.marks().target());
        add(kinds, "limit", day.marks().limit());
        return kinds;
    }

    private static void add(List<String> kinds, String kind, boolean holds) {
        if (holds) {
            kinds.add(kind);
        }
    }

    /** What the signs mean: the usual ones, and those of the others that occur. */
    void legend() {
        List<String> kinds = new ArrayList<>(ALWAYS);
        for (String kind : List.of("paused", "closed", "forecast", "start", "target", "limit")) {
            add(kinds, kind, days.values().stream().anyMatch(day -> kinds(day).contains(kind)));
        }
        out.open("p", "class", "legend");
        for (String kind : kinds) {
            out.open("span", "class", "entry");
            if (kind.equals("counted")) {
                out.element("b", "1", "class", "number");
            } else {
                out.element("span", words.text("tag." + kind), "class", "tag " + kind);
            }
            out.text(" " + words.text("sign." + kind)).close();
            out.text(" ");
        }
        out.close();
    }
}
