package org.complaintkit.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintkit.repository.testing.CaseRepositoryContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The kit itself under test: a store that is broken on purpose is refused, by the test that names its fault. */
class ContractFaultsTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_broken_store_is_refused_by_the_test_that_names_its_fault(Fault fault) {
        Run run = run(fault, selectMethod(FaultyContract.class, fault.refusedBy()));
        assertThat(run.failed()).containsExactly(fault.refusedBy() + "()");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void the_same_test_lets_a_sound_store_pass(Fault fault) {
        Run run = run(Fault.NONE, selectMethod(FaultyContract.class, fault.refusedBy()));
        assertThat(run.passed()).containsExactly(fault.refusedBy() + "()");
    }

    @Test
    void the_kit_has_more_than_sixty_tests_and_all_are_found_by_whoever_extends_it() {
        Set<String> declared = new TreeSet<>();
        for (Class<?> law : CaseRepositoryContract.class.getInterfaces()) {
            Stream.of(law.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .map(Method::getName)
                    .forEach(name -> declared.add(name + "()"));
        }
        TestPlan plan = LauncherFactory.create().discover(request(selectClass(FaultyContract.class)));
        Set<String> found = new TreeSet<>();
        plan.getRoots()
                .forEach(root -> plan.getDescendants(root).stream()
                        .filter(TestIdentifier::isTest)
                        .forEach(test -> found.add(test.getDisplayName())));
        assertThat(found).isEqualTo(declared).hasSizeGreaterThan(60);
    }

    private static LauncherDiscoveryRequest request(DiscoverySelector selector) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selector)
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
    }

    private record Run(Set<String> passed, Set<String> failed) {}

    private static Run run(Fault fault, DiscoverySelector selector) {
        Run run = new Run(new TreeSet<>(), new TreeSet<>());
        FaultyContract.fault = fault;
        try {
            LauncherFactory.create().execute(request(selector), new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (test.isTest()) {
                        boolean good = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
                        (good ? run.passed() : run.failed()).add(test.getDisplayName());
                    }
                }
            });
        } finally {
            FaultyContract.fault = Fault.NONE;
        }
        return run;
    }
}
