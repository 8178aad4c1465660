package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SurprisesTest {
    private static final int NEW_YEARS_EVE = (int) LocalDate.of(2026, 12, 31).toEpochDay();

    /** Two more worked and three more off in a year; four more off in the years after 2026, for which nothing is listed. */
    private static final Surprises OWN = new Surprises(2, 3, NEW_YEARS_EVE, 4);

    @Test
    void each_year_of_a_stretch_has_its_own() {
        int settled = NEW_YEARS_EVE - 365;
        assertThat(OWN.most(settled, NEW_YEARS_EVE, settled)).isEqualTo(2);
        assertThat(OWN.most(settled, NEW_YEARS_EVE + 1, settled)).isEqualTo(4);
        assertThat(OWN.least(settled, NEW_YEARS_EVE, settled)).isEqualTo(3);
        assertThat(OWN.least(settled, NEW_YEARS_EVE + 1, settled)).isEqualTo(3 + 3 + 4);
        assertThat(OWN.least(NEW_YEARS_EVE, NEW_YEARS_EVE + 366, settled)).isEqualTo(3 + 3 + 4 + 4);
    }

    @Test
    void settled_days_and_empty_stretches_have_none() {
        int settled = NEW_YEARS_EVE + 30;
        assertThat(OWN.most(settled - 10, settled, settled)).isZero();
        assertThat(OWN.least(settled - 10, settled, settled)).isZero();
        assertThat(OWN.most(settled, settled, 0)).isZero();
        assertThat(OWN.most(settled - 10, settled + 1, settled)).isEqualTo(2);
        assertThat(OWN.least(settled - 10, settled + 1, settled)).isEqualTo(3 + 4);
        assertThat(Surprises.NONE.most(0, settled, 0)).isZero();
        assertThat(Surprises.NONE.least(0, settled, 0)).isZero();
    }

    @Test
    void two_calendars_have_those_of_either() {
        Surprises other = new Surprises(10, 20, NEW_YEARS_EVE + 365, 40);

        assertThat(OWN.and(other)).isEqualTo(new Surprises(12, 23, NEW_YEARS_EVE, 44));
        assertThat(other.and(OWN)).isEqualTo(OWN.and(other));
        assertThat(OWN.and(Surprises.NONE)).isEqualTo(OWN);
        assertThat(Surprises.NONE.and(OWN)).isEqualTo(OWN);
    }
}
