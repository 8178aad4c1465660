package org.complaintkit.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.ConventionSet;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Term;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Parameters;
import org.junit.jupiter.api.Test;

class CountingTest {
    private static final Parameters DECLARED = Parameters.of(List.of(
            new Parameter("cutOff", Parameter.Kind.TIME, "", "none", null, null, "T-01", Basis.DEFAULT),
            new Parameter("rollForwardOnHoliday", Parameter.Kind.FLAG, "", "false", null, null, "T-01", Basis.DEFAULT),
            new Parameter("dayEnd", Parameter.Kind.TIME, "", "none", null, null, "T-01", Basis.DEFAULT)));

    private static Counting counting(String base, Map<String, Object> parameters) {
        return Counting.of(Conventions.named(base), DECLARED.with(parameters));
    }

    @Test
    void the_name_says_what_the_parameters_bend() {
        assertThat(counting("LEDGER", Map.of()).conventions().name()).isEqualTo("LEDGER");
        assertThat(counting("LEDGER", Map.of("cutOff", "16:00", "rollForwardOnHoliday", "true"))
                        .conventions()
                        .name())
                .isEqualTo("LEDGER, cutOff 16:00, rollForward");
        assertThat(counting("LEDGER", Map.of("cutOff", "16:00")).literal().name())
                .isEqualTo("LEDGER, literal");
    }

    @Test
    void working_days_that_a_law_asks_for_are_asked_for_when_parameters_bend_the_rest() {
        ConventionSet bent = counting("EU-1182-71", Map.of("cutOff", "16:00")).conventions();

        assertThat(bent.leastWorkingDays(Term.days(2))).isEqualTo(2);
        assertThat(bent.leastWorkingDays(Term.days(1))).isZero();
    }

    @Test
    void a_limit_day_ends_when_the_institution_closes_and_a_limit_by_the_clock_where_it_is() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        DueMoment day = DueMoment.ofDay(LocalDate.of(2025, 9, 30), zone);
        DueMoment clock = DueMoment.ofInstant(Instant.parse("2025-09-30T02:00:00Z"), zone);
        Counting closing = counting("LEDGER", Map.of("dayEnd", "17:30"));

        DueMoment ended = closing.ending(day, zone);

        assertThat(ended.day()).isEqualTo(day.day());
        assertThat(ended.at()).isEqualTo("2025-09-30T09:30:00Z");
        assertThat(ended.passedBy(ended.at())).isTrue();
        assertThat(closing.ending(clock, zone)).isEqualTo(clock);
        assertThat(closing.ending(DueMoment.never(), zone)).isEqualTo(DueMoment.never());
        assertThat(counting("LEDGER", Map.of()).ending(day, zone)).isEqualTo(day);
    }
}
