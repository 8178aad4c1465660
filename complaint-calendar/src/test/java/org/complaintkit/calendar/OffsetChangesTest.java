package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every zone that Java knows. */
class OffsetChangesTest {
    @Test
    void no_hour_is_lost_or_counted_twice_at_any_offset_change_of_any_zone_from_2000_to_2037() {
        WorkingCalendar always = TableCalendar.of(
                CalendarSheet.named("ALWAYS").weekend(List.of()).build());
        int changes = 0;
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            List<ServiceClock> parts = new ArrayList<>();
            for (String part :
                    new String[] {"DAILY 00:00-01:30,02:30-12:00", "DAILY 01:30-02:30,12:00-22:00", "DAILY 22:00-24:00"
                    }) {
                parts.add(ServiceClock.of(always, ServiceHours.parse(part), zone));
            }
            ServiceClock whole = ServiceClock.of(always, ServiceHours.parse("24x7"), zone);
            ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("2000-01-01T00:00:00Z"));
            while (change != null && change.getInstant().isBefore(Instant.parse("2037-12-01T00:00:00Z"))) {
                Instant from = change.getInstant().minus(Duration.ofHours(40));
                Instant to = change.getInstant().plus(Duration.ofHours(40));
                Duration sum = Duration.ZERO;
                for (ServiceClock part : parts) {
                    sum = sum.plus(part.between(from, to));
                }
                assertThat(sum).as("%s %s", id, change).isEqualTo(Duration.ofHours(80));
                assertThat(whole.between(from, to)).isEqualTo(Duration.ofHours(80));
                assertThat(whole.plus(from, Duration.ofHours(80))).isEqualTo(to);
                changes++;
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        assertThat(changes).isGreaterThan(5_000);
    }
}
