package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerCapsTest {
    private static Policy giving(String limit) {
        return TestPack.good()
                .edited("deadlines.csv", "{tst.days} working days", limit)
                .policy();
    }

    /** With an extension up to so many working days, into a row that is short whatever they are. */
    private static Policy extending(int cap) {
        TestPack pack = TestPack.good().edited("deadlines.csv", "{tst.days} working days", "5 working days");
        String longer = "TST-D03,TST-01,TEXT,COMPLAINT_RECEIVED,REPLIED_TO_CUSTOMER,,10 working days,,,yes,no,\n";
        return pack.with("deadlines.csv", pack.text("deadlines.csv") + longer)
                .with(
                        "extensions.csv",
                        "extends,into,clause,basis,granted_by,notice,cap,grounds,contents,in_writing,approved_by,moves\n"
                                + "TST-D01,TST-D03,TST-01,TEXT,EXTENSION_GRANTED,EXTENSION_NOTICE_SENT," + cap
                                + " working days,,,,,\n")
                .policy();
    }

    @Test
    void an_extension_reaches_no_further_than_one_above_it() {
        LayerCaps.require(List.of(extending(20), extending(20)));
        Assertions.assertThatThrownBy(() -> LayerCaps.require(List.of(extending(30), extending(20))))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("LIMIT_ABOVE_CAP");
                    assertThat(refused.value()).isEqualTo("30 working days");
                    assertThat(refused.getMessage()).contains("TST-D03", "20 working days");
                });
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
