package org.complaintkit.rules.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.complaintkit.calendar.CalendarFiles;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.cases.Story;
import org.complaintkit.rules.diff.Part;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.words.BundleTexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class SimulationTest {
    @TempDir
    private static Path folder;

    private static final Packs SHIPPED = ShippedPacks.PACKS;
    private static final List<String> LINES = new ArrayList<>();
    private static Packs edited = SHIPPED;

    @BeforeAll
    static void edit() throws Exception {
        LINES.clear();
        LINES.addAll(EditedPack.lines());
        edited = EditedPack.in(folder.resolve("rcc"))
                .edited("deadlines.csv", "FORM_RETURNED,,\"as RCC-D01", "FORM_RETURNED,,\"as RCC-D02, RCC-D01")
                .edited("deadlines.csv", "REPLY,,3 working days", "REPLY,,2 working days")
                .edited("escalations.csv", "ACCEPTANCE_DEPT > CUSTOMER", "CUSTOMER > ACCEPTANCE_DEPT")
                .edited("responsibility.drl", "category == \"SERVICE_CHANNEL\"", "category == \"ANONYMOUS\"")
                .load();
    }

    @AfterAll
    static void close() {
        edited.close();
    }

    private static Scenario before() {
        return Scenario.of(SHIPPED::get);
    }

    private static Scenario after() {
        return before().with(edited.get("RCC"));
    }

    private static SimulationReport run(Scenario before, Scenario after, Consumer<Simulation> cases) {
        Simulation simulation = Simulation.of(before, after, Integer.MAX_VALUE);
        cases.accept(simulation);
        return simulation.report();
    }

    private static void lines(Simulation simulation) {
        for (int i = 0; i < LINES.size(); i++) {
            simulation.line(i + 1, LINES.get(i));
        }
    }

    private static Set<String> changed(SimulationReport report) {
        return report.effects().stream()
                .flatMap(effect -> effect.examples().stream())
                .map(SimulationReport.Example::caseId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static DroolsRuleBook[] books(Scenario scenario, Story story) {
        return story.packs().stream()
                .map(scenario.packs())
                .map(book -> {
                    Map<String, String> own = new TreeMap<>(story.parameters());
                    own.keySet().retainAll(book.policy().parameters().declared().keySet());
                    return book.with(own);
                })
                .toArray(DroolsRuleBook[]::new);
    }

    /** Once where a case is told to the newer version only if that can matter, and once where each is told to both. */
    @Test
    void it_equals_a_fresh_recomputation_case_by_case() {
        equalsFresh(after());
        equalsFresh(after().with("RCC", Map.of("rcc.major.loss", "1")));
        equalsFresh(after().with("RCC", Map.of("rcc.followUpDays", "3")));
    }

    private static void equalsFresh(Scenario after) {
        SimulationReport report = run(before(), after, SimulationTest::lines);
        Set<String> fresh = new TreeSet<>();
        long breachesBefore = 0;
        long newBreaches = 0;
        long spared = 0;
        for (String line : LINES) {
            Story story = Story.read(line);
            Fresh was = Fresh.of(story, books(before(), story));
            Fresh is = Fresh.of(story, books(after, story));
            if (!was.answer().equals(is.answer())) {
                fresh.add(story.id());
            }
            breachesBefore += was.breaches().size();
            newBreaches += is.breaches().stream()
                    .filter(each -> !was.breaches().contains(each))
                    .count();
            spared += was.breaches().stream()
                    .filter(each -> !is.breaches().contains(each))
                    .count();
        }
        assertThat(changed(report)).isEqualTo(fresh).hasSizeGreaterThan(10);
        assertThat(report.changed()).isEqualTo(fresh.size()).isLessThan(LINES.size());
        assertThat(report.newBreaches()).isEqualTo(newBreaches).isPositive();
        assertThat(report.spared()).isEqualTo(spared);
        assertThat(report.bad()).isZero();
        assertThat(report.breachesBefore()).isEqualTo(breachesBefore);
        assertThat(report.breachesAfter() - breachesBefore).isEqualTo(newBreaches - spared);
    }

    @Test
    void each_difference_goes_back_to_the_row_or_rule_that_was_edited() {
        SimulationReport report = run(before(), after(), SimulationTest::lines);
        assertThat(report.effects())
                .allSatisfy(effect -> assertThat(effect.cause().kind()).isEqualTo(Cause.Kind.CHANGE));
        Map<String, SimulationReport.Effect> byId = report.effects().stream()
                .collect(Collectors.toMap(effect -> effect.cause().change().id(), effect -> effect));
        assertThat(byId.get("RCC-D01").aspects()).containsKeys(Aspect.DEADLINE, Aspect.LIMIT);
        assertThat(byId.get("RCC-14d channel department leads").aspects()).containsKey(Aspect.OWNER);
        assertThat(byId.get("RCC-E01").aspects()).containsKey(Aspect.ESCALATION);
        assertThat(byId.get("RCC-E01").cause().change().part()).isEqualTo(Part.ESCALATION);
    }

    @Test
    void a_parameter_and_a_calendar_are_tried_in_the_same_way() {
        SimulationReport loss =
                run(before(), before().with("RCC", Map.of("rcc.major.loss", "1")), SimulationTest::lines);
        assertThat(loss.effects()).isNotEmpty();
        assertThat(loss.effects().get(0).cause().change().id()).isEqualTo("rcc.major.loss");

        CalendarRegistry noHolidays = CalendarRegistry.standard()
                .with(CalendarFiles.json("CN", "cn.json", new StringReader("{\"knownThrough\":\"2030-12-31\"}")));
        SimulationReport days = run(before(), before().with(noHolidays), SimulationTest::lines);
        assertThat(days.changed()).isPositive();
        assertThat(days.effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.cause()).isEqualTo(new Cause(Cause.Kind.CALENDAR, "CN", null)));
        assertThatThrownBy(() -> before().with("RCC", Map.of("rcc.major.loss", "-1")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void bad_lines_are_counted_and_the_run_goes_on() {
        SimulationReport report = run(before(), after(), simulation -> {
            simulation.line(1, "{\"id\":\"A\",");
            simulation.line(2, "{\"id\":\"B\",\"packs\":[\"RCC\"],\"colour\":1}");
            simulation.line(3, LINES.get(0).replaceFirst("\"channel\": \"[A-Z_]+\"", "\"channel\": \"PIGEON\""));
            simulation.unreadable(4, "MALFORMED_UTF8");
            simulation.line(5, LINES.get(0));
        });
        assertThat(report.read()).isEqualTo(5);
        assertThat(report.told()).isEqualTo(1);
        assertThat(report.badLines())
                .extracting(SimulationReport.BadLine::code)
                .containsExactly("MALFORMED_JSON", "UNKNOWN_FIELD", "UNKNOWN_CODE", "MALFORMED_UTF8");
    }

    @Test
    void cases_that_nothing_can_change_are_counted_and_not_told() {
        String other = LINES.get(0).replace("\"packs\": [\"RCC\"]", "\"packs\": [\"CBR\"]");
        SimulationReport report = run(before(), after(), simulation -> simulation.line(1, other));
        assertThat(report.untouched()).isEqualTo(1);
        assertThat(run(before(), before(), SimulationTest::lines).untouched()).isEqualTo(LINES.size());
    }

    @Test
    void the_cases_of_a_repository_are_taken_page_by_page() {
        InMemoryCaseRepository repository = new InMemoryCaseRepository();
        Instant end = Instant.parse("2040-01-01T00:00:00Z");
        for (String line : LINES) {
            Story story = Story.read(line);
            if (story.packs().equals(List.of("RCC")) && story.parameters().isEmpty()) {
                ComplaintDesk desk = ComplaintDesk.under(SHIPPED.get("RCC"))
                        .repository(repository)
                        .clock(Clock.fixed(end, ZoneOffset.UTC))
                        .open();
                desk.receive(story.complaint());
                story.events().forEach(event -> desk.handle(story.id(), event));
            }
        }
        CaseQuery query = CaseQuery.received(Instant.EPOCH, end).limit(3);
        SimulationReport report = run(before(), after(), simulation -> simulation.repository(repository, query));
        assertThat(report.read()).isGreaterThan(20);
        assertThat(report.bad()).isZero();
        assertThat(report.changed()).isPositive();
    }

    @Test
    void the_page_stands_alone_is_well_formed_and_carries_no_command() throws Exception {
        String hostile = LINES.get(0).replaceFirst("\"id\": \"[^\"]*\"", "\"id\": \"<script>x\\\\u202e</script>\"");
        SimulationReport report = run(before(), after(), simulation -> {
            lines(simulation);
            simulation.line(99, hostile);
            simulation.line(100, "{");
        });
        for (String language : List.of("en", "zh-CN", "zh-TW")) {
            String page = report.html(Locale.forLanguageTag(language));
            assertThat(page)
                    .doesNotContain("<script")
                    .doesNotContain("http-equiv=\"refresh\"")
                    .contains("<svg");
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
            assertThat(page.getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(report.html(Locale.forLanguageTag(language)).getBytes(StandardCharsets.UTF_8));
            assertThat(report.text(Locale.forLanguageTag(language))).contains("RCC-D01", "-> ");
            assertThat(BundleTexts.of(Simulation.class, "simulate", Locale.forLanguageTag(language))
                            .keys())
                    .isEqualTo(BundleTexts.of(Simulation.class, "simulate", Locale.ENGLISH)
                            .keys());
        }
        assertThat(report.text(Locale.ENGLISH)).doesNotContain("\u202e");
        assertThat(report.json()).isEqualTo(report.json()).startsWith("{\"read\":");
    }
}
