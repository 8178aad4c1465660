package org.complaintkit.rules.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.complaintkit.rules.diff.Change;
import org.complaintkit.rules.diff.Detail;
import org.complaintkit.rules.diff.Part;
import org.complaintkit.rules.page.ReadPage;
import org.complaintkit.rules.simulate.SimulationReport.BadLine;
import org.complaintkit.rules.simulate.SimulationReport.Effect;
import org.complaintkit.rules.simulate.SimulationReport.Example;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** One report, told to people on a terminal and on a page, and to programs. */
class ReportTest {
    private final Cause row = Cause.change(
            "RCC",
            new Change(
                    Change.Kind.CHANGED,
                    Part.DEADLINE,
                    "deadlines.csv",
                    "RCC-D01",
                    "RCC-11a",
                    List.of(new Detail("limit", "3 days", "2 days"))));
    private final Cause pack =
            Cause.change("RCC", new Change(Change.Kind.MOVED, Part.PACK, "pack.json", "", "", List.of()));
    private final Cause days = new Cause(Cause.Kind.CALENDAR, "CN", null);
    private final Effect first = new Effect(
            row,
            2,
            Map.of(Aspect.DEADLINE, 2L),
            2,
            1,
            List.of(new Example(
                    "C-1",
                    List.of(
                            new Difference(Aspect.DEADLINE, "RCC-D01", "OPEN", "BREACHED"),
                            new Difference(Aspect.LABEL, "VIP", "+", ""),
                            new Difference(Aspect.OWNER, "", "", "LEGAL")))));
    private final SimulationReport report = report(
            List.of(
                    first,
                    new Effect(days, 1, Map.of(Aspect.OWNER, 1L), 0, 0, List.of()),
                    new Effect(pack, 1, Map.of(), 0, 0, List.of())),
            3,
            List.of(new BadLine(3, "MALFORMED_JSON", "/a")));

    private static SimulationReport report(List<Effect> effects, long changed, List<BadLine> bad) {
        Map<Integer, Long> shifts = new LinkedHashMap<>();
        shifts.put(Shifts.MOST, 8L);
        shifts.put(-Shifts.MOST, 7L);
        shifts.put(0, 6L);
        shifts.put(3, 5L);
        shifts.put(-3, 4L);
        return new SimulationReport(
                7,
                1,
                bad,
                2,
                changed == 0 ? 3 : 0,
                changed,
                Map.of(Aspect.DEADLINE, 2L, Aspect.OWNER, 1L),
                15,
                16,
                12,
                11,
                changed == 0 ? Map.of() : shifts,
                effects);
    }

    private static List<String> attributes(ReadPage page, String element, String attribute) {
        List<String> values = new ArrayList<>();
        NodeList all = page.document().getElementsByTagName(element);
        IntStream.range(0, all.getLength()).forEach(i -> values.add(((Element) all.item(i)).getAttribute(attribute)));
        return values;
    }

    private static ReadPage page(SimulationReport report) {
        return ReadPage.of(report.html(Locale.ENGLISH).replace("<!DOCTYPE html>", ""));
    }

    @Test
    void a_terminal_shows_figures_then_causes_with_their_examples_then_bad_lines() {
        assertThat(report.told()).isEqualTo(4);
        assertThat(report.text(Locale.ENGLISH)).isEqualTo("""
                7 cases read; 3 of 4 told under both versions come out otherwise
                2 not touched by what changed, 1 bad lines
                breached deadlines: 15 before, 16 after; 12 new, 11 spared
                  Owner: 1
                  Deadline: 2

                Deadlines RCC-D01 (RCC)
                    limit: 3 days -> 2 days
                  2 cases, 2 new breaches, 1 spared
                    C-1
                        Deadline RCC-D01: open -> breached
                        Label VIP: yes -> (none)
                        Owner: (none) -> LEGAL

                Working days of the calendar CN
                  1 cases, 0 new breaches, 0 spared

                The pack (RCC)
                  1 cases, 0 new breaches, 0 spared
                bad line 3: MALFORMED_JSON /a
                """);
    }

    @Test
    void programs_read_all_of_it() {
        assertThat(report.json())
                .isEqualTo(
                        "{\"read\":7,\"bad\":1,\"untouched\":2,\"told\":4,\"outside\":0,\"changed\":3,\"breachesBefore\":15,"
                                + "\"breachesAfter\":16,\"newBreaches\":12,\"spared\":11,\"aspects\":{\"OWNER\":1,\"DEADLINE\":2},"
                                + "\"limitShifts\":[{\"days\":-60,\"cases\":7},{\"days\":-3,\"cases\":4},{\"days\":0,\"cases\":6},"
                                + "{\"days\":3,\"cases\":5},{\"days\":60,\"cases\":8}],\"effects\":["
                                + "{\"cause\":{\"kind\":\"CHANGE\",\"pack\":\"RCC\",\"part\":\"DEADLINE\",\"file\":\"deadlines.csv\","
                                + "\"id\":\"RCC-D01\",\"clause\":\"RCC-11a\",\"change\":\"CHANGED\",\"details\":[{\"field\":\"limit\","
                                + "\"before\":\"3 days\",\"after\":\"2 days\"}]},\"cases\":2,\"newBreaches\":2,\"spared\":1,"
                                + "\"aspects\":{\"DEADLINE\":2},\"examples\":[{\"id\":\"C-1\",\"differences\":["
                                + "{\"aspect\":\"DEADLINE\",\"subject\":\"RCC-D01\",\"before\":\"OPEN\",\"after\":\"BREACHED\"},"
                                + "{\"aspect\":\"LABEL\",\"subject\":\"VIP\",\"before\":\"+\",\"after\":\"\"},"
                                + "{\"aspect\":\"OWNER\",\"subject\":\"\",\"before\":\"\",\"after\":\"LEGAL\"}]}]},"
                                + "{\"cause\":{\"kind\":\"CALENDAR\",\"pack\":\"CN\"},\"cases\":1,\"newBreaches\":0,\"spared\":0,"
                                + "\"aspects\":{\"OWNER\":1},\"examples\":[]},"
                                + "{\"cause\":{\"kind\":\"CHANGE\",\"pack\":\"RCC\",\"part\":\"PACK\",\"file\":\"pack.json\","
                                + "\"id\":\"\",\"clause\":\"\",\"change\":\"MOVED\",\"details\":[]},\"cases\":1,\"newBreaches\":0,"
                                + "\"spared\":0,\"aspects\":{},\"examples\":[]}],"
                                + "\"badLines\":[{\"line\":3,\"code\":\"MALFORMED_JSON\",\"at\":\"/a\"}]}");
    }

    @Test
    void a_page_shows_the_same() {
        ReadPage page = page(report);
        assertThat(page.texts("title")).containsExactly("What the new version would have changed");
        assertThat(page.texts("h1")).containsExactly("What the new version would have changed");
        assertThat(page.texts("dd")).containsExactly("3", "4", "12", "11", "15", "16", "2", "1");
        assertThat(page.texts("dt")).startsWith("cases that come out otherwise").endsWith("bad lines");
        assertThat(page.texts("h2"))
                .containsExactly(
                        "What comes out otherwise (cases)",
                        "By cause (cases)",
                        "Days by which the effective limit moves (cases)",
                        "Causes and examples",
                        "Lines that could not be used");
        assertThat(page.texts("h3"))
                .containsExactly("Deadlines RCC-D01 (RCC)", "Working days of the calendar CN", "The pack (RCC)");
        assertThat(page.texts("p"))
                .startsWith(
                        "A deadline is told as start > limit (target, where it is another day) and state; ! says that its"
                                + " target was missed.",
                        "2 cases, 2 new breaches, 1 spared")
                .hasSize(4);
        assertThat(report.text(Locale.CHINA)).contains("RCC-D01: 进行中 -> 逾期");
        assertThat(report.text(Locale.TAIWAN)).contains("RCC-D01: 進行中 -> 逾期");
        assertThat(page.texts("th")).containsExactly("Case", "Before and after");
        assertThat(page.texts("td")).hasSize(2).startsWith("C-1");
        assertThat(page.texts("li")).containsExactly("limit: 3 days -> 2 days", "bad line 3: MALFORMED_JSON /a");
        assertThat(page.texts("div"))
                .endsWith("Deadline RCC-D01: open -> breached", "Label VIP: yes -> (none)", "Owner: (none) -> LEGAL");
        assertThat(page.texts("style")).singleElement().asString().isNotBlank();
    }

    @Test
    void bars_are_as_long_as_their_numbers_and_the_ends_of_the_scale_say_so() {
        ReadPage page = page(report);
        assertThat(page.texts("svg")).hasSize(3);
        assertThat(page.texts("text"))
                .containsExactly(
                        "Owner",
                        "1",
                        "Deadline",
                        "2",
                        "Deadlines RCC-D01 (RCC)",
                        "2",
                        "Working days of the calendar CN",
                        "1",
                        "The pack (RCC)",
                        "1",
                        "<= -60 days",
                        "7",
                        "-3 days",
                        "4",
                        "0 days",
                        "6",
                        "+3 days",
                        "5",
                        ">= +60 days",
                        "8");
        assertThat(attributes(page, "rect", "width").subList(0, 5)).containsExactly("110", "220", "220", "110", "110");
        assertThat(attributes(page, "rect", "y").subList(0, 2)).containsExactly("6", "32");
        assertThat(attributes(page, "rect", "x")).containsOnly("230");
        assertThat(attributes(page, "rect", "height")).containsOnly("18");
        assertThat(attributes(page, "svg", "viewBox")).containsExactly("0 0 520 56", "0 0 520 82", "0 0 520 134");
        assertThat(attributes(page, "line", "y2")).containsExactly("56", "82", "134");
        assertThat(attributes(page, "line", "x1")).containsOnly("230");
        assertThat(attributes(page, "text", "x").subList(0, 4)).containsExactly("222", "346", "222", "456");
        assertThat(attributes(page, "text", "y").subList(0, 4)).containsExactly("19", "19", "45", "45");
        assertThat(attributes(page, "svg", "aria-label")).startsWith("What comes out otherwise (cases)");
    }

    @Test
    void where_nothing_changed_there_is_nothing_to_draw() {
        ReadPage page = page(report(List.of(), 0, List.of()));
        assertThat(page.texts("h2")).isEmpty();
        assertThat(page.texts("svg")).isEmpty();
        assertThat(page.texts("dd")).startsWith("0", "4");
    }

    @Test
    void twenty_causes_are_drawn_and_all_are_told() {
        List<Effect> many = IntStream.range(0, 30)
                .mapToObj(i -> new Effect(
                        new Cause(Cause.Kind.CALENDAR, "CAL" + i, null), i == 0 ? 1_000 : 1, Map.of(), 0, 0, List.of()))
                .toList();
        ReadPage page = page(report(many, 3, List.of()));
        assertThat(page.texts("text")).filteredOn(text -> text.contains("CAL")).hasSize(20);
        assertThat(page.texts("h3")).hasSize(30);
        assertThat(attributes(page, "rect", "width").subList(2, 4))
                .as("what is hardly there is seen")
                .containsExactly("220", "2");
    }

    @Test
    void a_name_without_end_is_cut_and_a_wide_letter_counts_twice() {
        String latin = "A".repeat(40);
        String chinese = "\u4e00".repeat(20);
        ReadPage page = page(report(
                List.of(
                        new Effect(new Cause(Cause.Kind.CHANGE, "", change(latin)), 1, Map.of(), 0, 0, List.of()),
                        new Effect(new Cause(Cause.Kind.CHANGE, "", change(chinese)), 1, Map.of(), 0, 0, List.of())),
                3,
                List.of()));
        assertThat(page.texts("text"))
                .contains("Clauses " + "A".repeat(24) + "...", "Clauses " + "\u4e00".repeat(12) + "...");
        String longest = "x".repeat(120);
        assertThat(ReportWords.plain(longest)).isEqualTo(longest);
        assertThat(ReportWords.plain(longest + "y")).isEqualTo(longest + "...");
        assertThat(ReportWords.plain("a\n\u202eb")).isEqualTo("a b");
    }

    private static Change change(String id) {
        return new Change(Change.Kind.CHANGED, Part.CLAUSE, "clauses.csv", id, "", List.of());
    }

    @Test
    void a_report_cannot_be_changed_and_aspects_have_names() {
        assertThatThrownBy(() -> report.aspects().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> report.shifts().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(Aspect.OWNER.label(Locale.ENGLISH)).isEqualTo("Owner");
        assertThat(Aspect.OWNER.label(Locale.CHINA)).isNotEmpty().isNotEqualTo("Owner");
    }

    @Test
    void so_many_examples_of_so_many_differences_are_kept() {
        Group group = new Group(days);
        List<Difference> differences = IntStream.range(0, 25)
                .mapToObj(i -> new Difference(i < 20 ? Aspect.DUTY : Aspect.OWNER, "D" + i, "", "+"))
                .toList();
        group.add("C-1", differences, 3, 1, 2);
        group.add("C-2", differences.subList(0, 1), 1, 1, 2);
        group.add("C-3", differences.subList(0, 1), 0, 0, 2);
        Effect effect = group.effect();
        assertThat(effect.cause()).isEqualTo(days);
        assertThat(effect.cases()).isEqualTo(3);
        assertThat(effect.newBreaches()).isEqualTo(4);
        assertThat(effect.spared()).isEqualTo(2);
        assertThat(effect.aspects()).isEqualTo(Map.of(Aspect.DUTY, 3L, Aspect.OWNER, 1L));
        assertThat(effect.examples()).extracting(Example::caseId).containsExactly("C-1", "C-2");
        assertThat(effect.examples().get(0).differences()).hasSize(20);
    }
}
