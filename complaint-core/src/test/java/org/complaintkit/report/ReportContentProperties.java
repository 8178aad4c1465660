package org.complaintkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.fixture.Histories.Life;
import org.complaintkit.fixture.Indicators;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.json.ReportJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.Dimension;
import org.complaintkit.policy.Figure;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.ReportRule.Period;

class ReportContentProperties {
    private static final int TRIES = 60;
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(List.of(TestRules.book()), CalendarRegistry.standard(), Organisation.UNKNOWN);
    /** A case may have several values of these. */
    private static final Set<Dimension> SEVERAL =
            EnumSet.of(Dimension.BY_CAUSE, Dimension.BY_HANDLING, Dimension.BY_DEMAND, Dimension.BY_LABEL);

    private static final Set<Figure> RATES = EnumSet.of(
            Figure.ON_TIME_RATE,
            Figure.OVERDUE_RATE,
            Figure.IMPROPER_HANDLING_RATE,
            Figure.SATISFACTION_RATE,
            Figure.SECOND_SATISFACTION_RATE);

    /** Every figure by every dimension, of cases received and of cases closed. */
    private static final Policy POLICY = Indicators.policy(Stream.of(Figure.values())
            .flatMap(figure -> Stream.of(Dimension.values())
                    .flatMap(by -> Stream.of("", "CLOSED")
                            .map(cases -> figure + "; " + by + "; ; "
                                    + (figure == Figure.RATE_PER_MILLION ? "t.target" : "") + "; ; ; " + cases)))
            .toArray(String[]::new));

    private static final Map<String, Object> SECRET = Map.of(
            "level", "Zhang San 13800000000",
            "unit", "Zhang San 13800000000",
            "outcome", "Zhang San 13800000000",
            "cause", "Zhang San 13800000000",
            "remedy", List.of("Zhang San 13800000000"));

    @Provide
    Arbitrary<ReportPeriod> periods() {
        return Arbitraries.integers()
                .between(0, 500)
                .map(days -> LocalDate.of(2025, 9, 1).plusDays(days))
                .flatMap(day -> Arbitraries.of(Period.values()).map(kind -> ReportPeriod.of(kind, day)));
    }

    private static List<Case> cases(List<Life> lives) {
        List<Case> cases = new ArrayList<>();
        for (Life life : lives) {
            Case now = LIFECYCLE.receive(life.complaint()).now();
            for (CaseEvent event : life.events()) {
                now = LIFECYCLE.handle(now, event).now();
            }
            cases.add(LIFECYCLE.asOf(now, life.end()));
        }
        return cases;
    }

    private static ReportContent content(ReportPeriod period, List<Case> cases) {
        return ReportContent.special(POLICY, period, cases.stream());
    }

    @Property(tries = TRIES)
    void groups_add_up_to_the_total_where_a_case_has_one_value(
            @ForAll @Size(max = 8) List<Life> lives, @ForAll("periods") ReportPeriod period) {
        for (IndicatorValue value : content(period, cases(lives)).indicators()) {
            if (value.rule().figure() == Figure.COUNT) {
                long sum = value.groups().stream()
                        .mapToLong(IndicatorValue.Group::cases)
                        .sum();
                Dimension by = value.rule().by().orElseThrow().dimension().orElseThrow();
                if (SEVERAL.contains(by)) {
                    assertThat(sum).isGreaterThanOrEqualTo(value.total().part());
                } else {
                    assertThat(sum).as(by.name()).isEqualTo(value.total().part());
                }
            }
        }
    }

    @Property(tries = TRIES)
    void rates_lie_between_none_and_all_and_are_unknown_of_nothing(
            @ForAll @Size(max = 8) List<Life> lives, @ForAll("periods") ReportPeriod period) {
        for (IndicatorValue value : content(period, cases(lives)).indicators()) {
            Stream<Measured> all = Stream.concat(
                    Stream.of(value.total(), value.previous()),
                    value.groups().stream().map(IndicatorValue.Group::measured));
            if (RATES.contains(value.rule().figure())) {
                assertThat(all).allSatisfy(each -> {
                    assertThat(each.part()).isBetween(0L, each.whole());
                    if (each.whole() == 0) {
                        assertThat(each.value()).isNull();
                    } else {
                        assertThat(each.value()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
                    }
                });
            }
        }
    }

    @Property(tries = TRIES)
    void the_order_of_the_cases_does_not_matter(
            @ForAll @Size(max = 8) List<Life> lives, @ForAll("periods") ReportPeriod period, @ForAll long seed) {
        List<Case> cases = cases(lives);
        List<Case> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, new Random(seed));

        ReportContent content = content(period, cases);
        ReportContent other = content(period, shuffled);

        assertThat(other).isEqualTo(content);
        assertThat(ReportJson.write(other)).isEqualTo(ReportJson.write(content));
        assertThat(csv(other)).isEqualTo(csv(content));
    }

    @Property(tries = TRIES)
    void erased_cases_count_in_every_figure_as_before(
            @ForAll @Size(max = 8) List<Life> lives, @ForAll("periods") ReportPeriod period) {
        List<Case> cases = cases(lives);
        List<Case> erased = cases.stream()
                .map(each -> each.erased(Instant.parse("2040-01-01T00:00:00Z"), List.of(POLICY)))
                .toList();

        assertThat(csv(content(period, erased))).isEqualTo(csv(content(period, cases)));
    }

    @Property(tries = TRIES)
    void the_months_of_a_year_add_up_to_the_year(
            @ForAll @Size(max = 8) List<Life> lives, @ForAll @IntRange(min = 2025, max = 2026) int year) {
        List<Case> cases = cases(lives);
        ReportPeriod whole = ReportPeriod.parse(Integer.toString(year));

        long sum = whole.parts().stream()
                .mapToLong(month ->
                        content(month, cases).indicators().get(0).total().part())
                .sum();

        assertThat(content(whole, cases).indicators().get(0).total().part())
                .isEqualTo(sum)
                .isEqualTo(cases.stream()
                        .filter(each -> each.complaint()
                                        .receivedAt()
                                        .atZone(TestPolicy.ZONE)
                                        .getYear()
                                == year)
                        .count());
    }

    @Property(tries = TRIES)
    void a_name_in_an_event_stands_in_no_report(@ForAll Life life) {
        Case now = LIFECYCLE.receive(life.complaint()).now();
        for (CaseEvent event : life.events()) {
            now = LIFECYCLE
                    .handle(
                            now,
                            new CaseEvent(
                                    event.id(),
                                    event.type().equals("NOTE") ? "RESPONSIBILITY_DETERMINED" : event.type(),
                                    event.by(),
                                    "",
                                    event.occurredAt(),
                                    event.recordedAt(),
                                    SECRET))
                    .now();
        }
        ReportPeriod year = ReportPeriod.of(
                Period.YEAR,
                life.complaint().receivedAt().atZone(TestPolicy.ZONE).toLocalDate());

        ReportContent content = content(year, List.of(now));

        assertThat(content.indicators().get(0).total().part()).isOne();
        assertThat(ReportJson.write(content) + csv(content)).doesNotContain("Zhang", "13800");
    }

    @Property(tries = TRIES)
    void without_cases_numbers_are_zero_and_rates_unknown(@ForAll("periods") ReportPeriod period) {
        for (IndicatorValue value : content(period, List.of()).indicators()) {
            assertThat(value.total().part()).isZero();
            if (RATES.contains(value.rule().figure())) {
                assertThat(value.total().value()).isNull();
            } else {
                assertThat(value.total().value()).isZero();
            }
        }
    }

    private static String csv(ReportContent content) {
        return ReportCsv.write(content, POLICY.vocabulary(), Locale.ROOT);
    }

    @Property
    void periods_follow_each_other_without_gap_and_consist_of_their_parts(@ForAll("periods") ReportPeriod period) {
        assertThat(period.before().lastDay().plusDays(1)).isEqualTo(period.firstDay());
        assertThat(period.before().kind()).isEqualTo(period.kind());
        assertThat(ReportPeriod.parse(period.name())).isEqualTo(period);
        List<ReportPeriod> parts = period.parts();
        assertThat(parts.get(0).firstDay()).isEqualTo(period.firstDay());
        assertThat(parts.get(parts.size() - 1).lastDay()).isEqualTo(period.lastDay());
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).before()).isEqualTo(parts.get(i - 1));
        }
    }
}
