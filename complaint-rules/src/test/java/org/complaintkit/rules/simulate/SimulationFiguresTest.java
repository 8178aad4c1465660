package org.complaintkit.rules.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.complaintkit.calendar.CalendarFiles;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.cases.Story;
import org.junit.jupiter.api.Test;

/** What is counted of many cases: days by which limits move, causes by their size, and lines that could not be used. */
class SimulationFiguresTest {
    private static final String LAST_DAY_OF_SEPTEMBER = line("B", "2025-09-30");

    private static Scenario before() {
        return Scenario.of(ShippedPacks.PACKS::get);
    }

    private static Scenario days(String fields) {
        return before().with(CalendarRegistry.standard()
                .with(CalendarFiles.json(
                        "CN", "cn.json", new StringReader("{" + fields + "\"knownThrough\":\"2030-12-31\"}"))));
    }

    private static String line(String id, String day) {
        return line(id, day, "RCC", "\"claimedLoss\":0");
    }

    private static String line(String id, String day, String pack, String more) {
        return "{\"id\":\"" + id + "\",\"kind\":\"CASE\",\"packs\":[\"" + pack + "\"],\"complaint\":{\"receivedAt\":\""
                + day + "T10:00:00+08:00\",\"channel\":\"PHONE\",\"intakeCategories\":[\"SERVICE_ATTITUDE\"],"
                + more + "}}";
    }

    private static SimulationReport run(int examples, Scenario before, Scenario after, String... lines) {
        Simulation simulation = Simulation.of(before, after, examples);
        for (int i = 0; i < lines.length; i++) {
            simulation.line(i + 1, lines[i]);
        }
        return simulation.report();
    }

    /** Three working days from Friday 26 September are up on the 30th, as Sunday is worked; from the 30th on 11 October. */
    @Test
    void limits_that_move_are_counted_by_days_later_ones_positive() {
        Scenario weekendsOnly = days("");
        String[] lines = {line("A", "2025-09-26"), line("A2", "2025-09-26"), LAST_DAY_OF_SEPTEMBER};

        assertThat(run(3, before(), weekendsOnly, lines).shifts()).isEqualTo(Map.of(1, 2L, -8, 1L));
        assertThat(run(3, weekendsOnly, before(), lines).shifts()).isEqualTo(Map.of(-1, 2L, 8, 1L));
        assertThat(run(3, before(), weekendsOnly, line("C", "2025-11-03")).shifts())
                .as("a limit that stays is no shift")
                .isEmpty();
    }

    @Test
    void beyond_sixty_days_all_shifts_are_counted_together() {
        String winter = LocalDate.of(2025, 10, 1)
                .datesUntil(LocalDate.of(2026, 2, 1))
                .map(day -> "\"" + day + "\"")
                .collect(Collectors.joining(",", "\"holidays\":[", "],"));

        assertThat(run(3, before(), days(winter), LAST_DAY_OF_SEPTEMBER).shifts())
                .isEqualTo(Map.of(60, 1L));
        assertThat(run(3, days(winter), before(), LAST_DAY_OF_SEPTEMBER).shifts())
                .isEqualTo(Map.of(-60, 1L));
    }

    @Test
    void the_cause_of_most_cases_comes_first_and_keeps_as_many_examples_as_are_wanted() {
        String rich = "\"claimedLoss\":500";
        Scenario stricter = before().with("RCC", Map.of("rcc.major.loss", "100", "rcc.major.complainants", "5"));
        SimulationReport report = run(
                1,
                before(),
                stricter,
                line("M", "2025-11-03", "RCC", "\"complainantCount\":6"),
                line("R1", "2025-11-03", "RCC", rich),
                line("R2", "2025-11-03", "RCC", rich));

        assertThat(report.effects())
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo(
                        Comparator.comparingLong(SimulationReport.Effect::cases).reversed());
        assertThat(report.effects().get(0).cases()).isEqualTo(2);
        assertThat(report.shifts())
                .as("of cases that come out otherwise with the same limit")
                .isEmpty();
        assertThat(report.effects().get(0).cause().change().id()).isEqualTo("rcc.major.loss");
        assertThat(report.effects())
                .allSatisfy(effect -> assertThat(effect.examples()).hasSize(1));
        assertThat(run(0, before(), stricter, line("R1", "2025-11-03", "RCC", rich))
                        .effects())
                .isNotEmpty()
                .allSatisfy(effect -> assertThat(effect.examples()).isEmpty());
    }

    @Test
    void who_helps_is_a_difference_as_who_handles_it_is() {
        ComplaintDesk desk = ComplaintDesk.under(ShippedPacks.PACKS.get("RCC"))
                .clock(Clock.fixed(Instant.parse("2025-11-03T02:00:00Z"), ZoneOffset.UTC))
                .open();
        Case alone =
                desk.receive(Story.read(line("A", "2025-11-03")).complaint()).now();
        Case helped = desk.receive(Story.read(line("P", "2025-11-03").replace("SERVICE_ATTITUDE", "SERVICE_PRODUCT"))
                        .complaint())
                .now();

        assertThat(helped.decision().assists()).isNotEmpty();
        assertThat(Difference.between(alone, helped, ZoneOffset.UTC))
                .filteredOn(
                        each -> each.aspect() == Aspect.ASSIST && each.before().isEmpty())
                .extracting(Difference::subject)
                .containsExactlyElementsOf(
                        helped.decision().assists().stream().sorted().toList());
    }

    @Test
    void of_many_bad_lines_all_are_counted_and_the_first_twenty_are_told() {
        SimulationReport report =
                run(3, before(), before(), Collections.nCopies(25, "x").toArray(String[]::new));

        assertThat(report.read()).isEqualTo(25);
        assertThat(report.bad()).isEqualTo(25);
        assertThat(report.told()).isZero();
        assertThat(report.badLines())
                .extracting(SimulationReport.BadLine::line)
                .hasSize(20)
                .endsWith(20L);
    }

    @Test
    void a_case_of_a_day_on_which_none_of_its_packs_was_in_force_is_a_bad_line() {
        SimulationReport report = run(3, before(), before(), line("P", "2010-11-03", "CN2020", "\"claimedLoss\":0"));

        assertThat(report.badLines())
                .containsExactly(new SimulationReport.BadLine(1, "NO_PACK_IN_FORCE", "/complaint/receivedAt"));
    }
}
