package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerCapsTest {
    private static Policy giving(String limit) {
        return TestPack.good()
                .edited("deadlines.csv", "{tst.days} working days", limit)
                .policy();
    }

    @ParameterizedTest
    @CsvSource({
        "15 working days, 15 working days, true",
        "16 working days, 15 working days, false",
        "15 working days, 16 working days, true",
        "20 days, 15 working days, true",
        "50 days, 15 working days, false",
        "60 days, 2 months, true",
        "63 days, 2 months, false"
    })
    void a_lower_layer_gives_no_more_time_for_certain(String lower, String upper, boolean allowed) {
        List<Policy> layers = List.of(giving(lower), giving(upper));

        if (allowed) {
            LayerCaps.require(layers);
        } else {
            Assertions.assertThatThrownBy(() -> LayerCaps.require(layers))
                    .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                        assertThat(refused.code()).isEqualTo("LIMIT_ABOVE_CAP");
                        assertThat(refused.value()).isEqualTo(lower);
                        assertThat(refused.getMessage()).contains(upper, "TST-D01", "TST-01");
                    });
        }
    }
}
