package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.duty.Escalation;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pack of an invented branch below the packs of regulators: it may promise more than they demand, never less. */
class LayeredPacksTest {
    private static final Instant RECEIVED = Instant.parse("2025-11-03T02:00:00Z");
    private static Packs shipped;

    @BeforeAll
    static void load() {
        shipped = Packs.shipped();
    }

    @AfterAll
    static void close() {
        shipped.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CBR, cbr.mass.count, 30",
        "CBR, cbr.mass.windowDays, 60",
        "CBR, cbr.limit, 10",
        "CBR, soft.immediate, 1 hour",
        "INS, ins.l1.feedback, 4",
        "ITB, itb.payment.cap, 4000",
        "CN2020, cn2020.simple.days, 10",
        "DISP, disp.final.weeks, 6",
        "DISP, disp.retentionYears, 7"
    })
    void a_branch_that_tightens_is_accepted(String upper, String parameter, String value, @TempDir Path folder)
            throws IOException {
        try (Packs branch = tightening(folder, parameter, value)) {
            Case now = received(branch, upper, 1);
            assertThat(now.parameters().get(parameter)).hasToString(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CBR, cbr.mass.count, 60, CBR-15",
        "CBR, cbr.mass.windowDays, 7, CBR-15",
        "CBR, cbr.limit.most, 61, CBR-09b",
        "CBR, soft.immediate, 3 hours, CBR-08b",
        "RCC, rcc.major.loss, 600000, RCC-22",
        "INS, ins.l1.feedback, 6, INS-3.1f",
        "PSD2, psd2.days, 16, PSD2-101.2",
        "DISP, disp.retentionYears, 2, DISP-1.9"
    })
    void a_branch_that_loosens_is_refused_with_both_clauses(
            String upper, String parameter, String value, String clause, @TempDir Path folder) throws IOException {
        try (Packs branch = tightening(folder, parameter, value)) {
            assertThatThrownBy(() -> received(branch, upper, 1))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("LAYER_LOOSENS")
                    .hasMessageContaining("clause TST-02 of TST")
                    .hasMessageContaining("clause " + clause + " of " + upper);
        }
    }

    @ParameterizedTest
    @CsvSource({"29, false", "30, true"})
    void a_tightened_number_is_the_one_that_the_rules_of_the_regulator_go_by(
            int persons, boolean told, @TempDir Path folder) throws IOException {
        try (Packs branch = tightening(folder, "cbr.mass.count", "30")) {
            assertThat(received(branch, "CBR", persons).escalations().stream().map(Escalation::id))
                    .satisfies(ids -> assertThat(ids.contains("CBR-E01")).isEqualTo(told));
        }
    }

    @ParameterizedTest
    @CsvSource({"15, 2025-11-24", "10, 2025-11-17"})
    void a_tightened_limit_is_the_one_that_runs(String days, LocalDate limit, @TempDir Path folder) throws IOException {
        try (Packs branch = tightening(folder, "cbr.limit", days)) {
            assertThat(received(branch, "CBR", 1).deadlines())
                    .filteredOn(deadline -> deadline.id().equals("CBR-D03"))
                    .extracting(deadline -> deadline.limit().day())
                    .containsExactly(limit);
        }
    }

    private static Packs tightening(Path folder, String parameter, String value) throws IOException {
        String written = value.matches("[0-9]+") ? value : "\"" + value + "\"";
        String asks = "\"tightens\": [{\"parameter\": \"" + parameter + "\", \"value\": " + written
                + ", \"clause\": \"TST-02\"}],\n  \"parameters\": [";
        return Packs.folder(
                TestPack.good().edited("pack.json", "\"parameters\": [", asks).writeTo(folder));
    }

    private static Case received(Packs branch, String upper, int persons) {
        ComplaintDesk desk = ComplaintDesk.under(branch.get("TST"), shipped.get(upper))
                .clock(Clock.fixed(RECEIVED, ZoneOffset.UTC))
                .open();
        return desk.receive(Complaint.received("c1", RECEIVED, "PHONE")
                        .category("ATTITUDE")
                        .complainantCount(persons)
                        .build())
                .now();
    }
}
