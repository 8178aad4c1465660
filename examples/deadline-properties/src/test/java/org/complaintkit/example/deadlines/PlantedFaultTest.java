package org.complaintkit.example.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class PlantedFaultTest {
    /** A forgotten holiday is two days in a year: a thousand random questions miss it now and then. */
    private static final String ENOUGH_TO_FIND_IT = "50000";

    @Test
    void the_laws_find_the_forgotten_holidays_and_shrink_them_to_a_small_example() {
        Map<String, String> failures = new LinkedHashMap<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(HastyBankCalendarContract.class))
                                .filters(EngineFilter.includeEngines("jqwik"))
                                .configurationParameter("jqwik.tries.default", ENOUGH_TO_FIND_IT)
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                result.getThrowable()
                                        .ifPresent(fault -> failures.put(test.getDisplayName(), fault.getMessage()));
                            }
                        });

        System.out.println("Laws that the hasty calendar breaks, each with its shrunk example:");
        failures.forEach((law, example) -> System.out.println("  " + law + "\n    " + firstLine(example)));
        assertThat(failures).containsKey("the working days after a day up to the nth are n");
        assertThat(failures.get("adding lands on a working day")).containsPattern("\\[[0-9]{1,2} working days after ");
        assertThat(failures).doesNotContainKey("a range of one day counts whether it is worked");
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
