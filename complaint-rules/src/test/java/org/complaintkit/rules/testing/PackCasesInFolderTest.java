package org.complaintkit.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor's build: the check and the cases of a folder, each a test that can fail. */
class PackCasesInFolderTest {
    private static final String HEAD =
            "id,title,packs[],complaint.receivedAt,complaint.channel,complaint.intakeCategories[],complaint.claimedLoss,events,asOf,"
                    + "expect.category,expect.class,expect.deadlines.TST-D01.limit,expect.deadlines.TST-D01.state,expect.amounts";
    private static final String ROW =
            "T1,From a spreadsheet,TST,2025-09-26T10:20:00+08:00,LETTER,PRODUCT,60000,2025-09-28T09:00:00+08:00"
                    + " REPLIED_TO_CUSTOMER by PRODUCT_MANAGEMENT,2025-09-29T09:00:00+08:00,PRODUCT,COMPLEX,2025-10-10,MET,";

    private static Path pack(Path folder, String... rows) throws IOException {
        Path pack = TestPack.good().writeTo(folder.resolve("tst"));
        Files.createDirectories(pack.resolve("cases"));
        Files.writeString(pack.resolve("cases/table.csv"), HEAD + "\n" + String.join("\n", rows) + "\n");
        return pack;
    }

    private static List<DynamicTest> tests(Path pack) {
        try (Stream<DynamicTest> tests = PackCases.of(pack)) {
            return tests.toList();
        }
    }

    @Test
    void a_row_of_a_spreadsheet_is_a_case(@TempDir Path folder) throws Throwable {
        try (Stream<DynamicTest> tests = PackCases.of(pack(folder, ROW))) {
            for (DynamicTest test : tests.toList()) {
                test.getExecutable().execute();
            }
        }
    }

    @Test
    void a_case_that_does_not_hold_fails_with_key_wanted_and_found(@TempDir Path folder) throws Throwable {
        try (Stream<DynamicTest> tests = PackCases.of(pack(folder, ROW.replace("2025-10-10", "2025-10-09")))) {
            DynamicTest last = tests.toList().get(1);
            assertThat(last.getDisplayName()).isEqualTo("T1 From a spreadsheet");
            assertThatThrownBy(() -> last.getExecutable().execute())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("table.csv:2")
                    .hasMessageContaining("TST-D01.limit: wanted \"2025-10-09\", found \"2025-10-10\"");
        }
    }

    @Test
    void a_pack_with_faults_is_one_failing_test(@TempDir Path folder) throws IOException {
        Path pack =
                TestPack.good().edited("grading.drl", "\"HIGH\"", "\"HIHG\"").writeTo(folder);
        assertThat(tests(pack))
                .singleElement()
                .satisfies(test -> assertThatThrownBy(() -> test.getExecutable().execute())
                        .hasMessageContaining("did you mean HIGH?"));
    }
}
