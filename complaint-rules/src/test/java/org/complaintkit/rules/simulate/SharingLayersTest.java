package org.complaintkit.rules.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a case from being shared by two versions, though nothing in the case itself shows it. */
class SharingLayersTest {
    @TempDir
    private static Path folder;

    private static final Packs SHIPPED = ShippedPacks.PACKS;
    private static Packs branch = SHIPPED;

    @BeforeAll
    static void load() throws Exception {
        String asks = "\"tightens\": [{\"parameter\": \"cbr.mass.count\", \"value\": 30, \"clause\": \"TST-02\"}],\n"
                + "  \"parameters\": [";
        branch = Packs.folder(
                TestPack.good().edited("pack.json", "\"parameters\": [", asks).writeTo(folder.resolve("branch")));
    }

    @AfterAll
    static void close() {
        branch.close();
    }

    private static Scenario before() {
        return Scenario.of(id -> id.equals("TST") ? branch.get(id) : SHIPPED.get(id));
    }

    private static String line(String packs, String parameters) {
        return "{\"id\": \"S1\", \"kind\": \"CASE\", \"packs\": [" + packs + "], \"params\": {" + parameters + "},"
                + " \"complaint\": {\"receivedAt\": \"2025-11-03T10:00:00+08:00\", \"channel\": \"PHONE\","
                + " \"intakeCategories\": [\"SERVICE_ATTITUDE\"]}, \"asOf\": \"2025-11-04T10:00:00+08:00\"}";
    }

    private static SimulationReport run(Scenario after, String... lines) {
        Simulation simulation = Simulation.of(before(), after, 10);
        for (int i = 0; i < lines.length; i++) {
            simulation.line(i + 1, lines[i]);
        }
        return simulation.report();
    }

    @Test
    void a_parameter_that_a_lower_layer_tightens_is_read_outside_the_rules() {
        DroolsRuleBook now = SHIPPED.get("CBR");
        DroolsRuleBook then = now.with(Map.of("cbr.mass.count", "40"));
        Sharing.Versions upper = new Sharing.Versions(now, then);
        Sharing.Versions lower = new Sharing.Versions(branch.get("TST"), branch.get("TST"));
        assertThat(Sharing.between(List.of(upper))).isPresent();
        assertThat(Sharing.between(List.of(lower, upper))).isEmpty();
        assertThat(Sharing.between(List.of(upper, lower))).isEmpty();
    }

    @Test
    void a_case_is_not_shared_where_the_newer_version_of_one_layer_refuses_what_the_other_asks() {
        Scenario stricter = before().with("CBR", Map.of("cbr.mass.count", "20"));
        SimulationReport report = run(stricter, line("\"TST\", \"CBR\"", ""), line("\"CBR\"", ""));
        assertThat(report.bad()).isZero();
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.aspects()).containsOnlyKeys(Aspect.REFUSED))
                .satisfies(effect -> assertThat(effect.examples().get(0).differences())
                        .containsExactly(new Difference(Aspect.REFUSED, "", "", "LAYER_LOOSENS")));
    }

    @Test
    void what_the_newer_version_refuses_of_a_case_of_its_own_parameters_is_told_as_a_refusal_by_it() throws Exception {
        try (Packs edited = EditedPack.in(folder.resolve("rcc"))
                .edited(
                        "pack.json",
                        "\"default\": 10, \"min\": 2, \"max\": null",
                        "\"default\": 10, \"min\": 2, \"max\": 30")
                .load()) {
            SimulationReport report = run(
                    before().with(edited.get("RCC")),
                    line("\"RCC\"", "\"rcc.major.complainants\": 90"),
                    line("\"RCC\"", "\"rcc.major.complainants\": 20"));
            assertThat(report.bad()).isZero();
            assertThat(report.changed()).isEqualTo(1);
            assertThat(report.effects())
                    .singleElement()
                    .satisfies(effect -> assertThat(effect.examples().get(0).differences())
                            .extracting(Difference::aspect, Difference::before)
                            .containsExactly(org.assertj.core.groups.Tuple.tuple(Aspect.REFUSED, "")));
        }
    }
}
