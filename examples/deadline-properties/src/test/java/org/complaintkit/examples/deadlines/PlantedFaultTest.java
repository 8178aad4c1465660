package org.complaintkit.examples.deadlines;

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

    private static final String FEW = "200";

    @Test
    void the_laws_find_the_forgotten_holidays_and_shrink_them_to_the_smallest_example() {
        Map<String, String> failures = broken(HastyBankCalendarContract.class, ENOUGH_TO_FIND_IT);

        print("hasty", failures);
        assertThat(failures).containsKey("the working days after a day up to the nth are n");
        assertThat(failures.get("adding lands on a working day")).contains("[6 working days after 2010-01-03]");
        assertThat(failures).doesNotContainKey("a range of one day counts whether it is worked");
    }

    @Test
    void the_laws_refuse_a_calendar_that_claims_to_have_known_everything_always() {
        Map<String, String> failures = broken(BoastfulBankCalendarContract.class, FEW);

        print("boastful", failures);
        assertThat(failures)
                .containsOnlyKeys(
                        "a day outside the calendar is not settled", "what nobody knew yet is refused or not settled");
        assertThat(failures.get("what nobody knew yet is refused or not settled"))
                .contains("known on 2015-05-31, before 2015-06-01");
    }

    private static Map<String, String> broken(Class<?> contract, String tries) {
        Map<String, String> failures = new LinkedHashMap<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(contract))
                                .filters(EngineFilter.includeEngines("jqwik"))
                                .configurationParameter("jqwik.tries.default", tries)
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                result.getThrowable()
                                        .ifPresent(fault -> failures.put(test.getDisplayName(), fault.getMessage()));
                            }
                        });
        return failures;
    }

    private static void print(String bank, Map<String, String> failures) {
        System.out.println("Laws that the " + bank + " calendar breaks, each with its shrunk example:");
        failures.forEach((law, example) -> System.out.println("  " + law + "\n    " + firstLine(example)));
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
