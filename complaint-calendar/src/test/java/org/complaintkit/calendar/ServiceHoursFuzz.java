package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Service hours: hours that are read again as they are printed, or one line of error. */
class ServiceHoursFuzz {
    @FuzzTest(maxDuration = "10m")
    void any_text_is_service_hours_or_refused(byte[] bytes) {
        ServiceHours hours;
        try {
            hours = ServiceHours.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
            return;
        }
        assertThat(ServiceHours.parse(hours.toString())).isEqualTo(hours);
    }
}
