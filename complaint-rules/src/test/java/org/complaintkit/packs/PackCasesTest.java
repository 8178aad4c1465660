package org.complaintkit.packs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.testing.PackCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The worked cases of every pack that we ship: ours, which the pack carries, and those of other authors, who knew the
 * clauses and the catalogues but not this code. They run as those of a vendor's pack do.
 */
class PackCasesTest {
    private static final List<String> FILES =
            List.of("cases/cases.jsonl", "cases/reports.jsonl", "examples.jsonl", "independent.jsonl");

    @TestFactory
    Stream<DynamicTest> the_answer_has_all_that_the_case_expects() {
        List<String> resources = new ArrayList<>();
        try (Packs packs = Packs.shipped()) {
            packs.ids().forEach(id -> FILES.forEach(file -> resources.add(folder(id) + file)));
        }
        return PackCases.onClassPath(PackCasesTest.class.getClassLoader(), resources);
    }

    /** All worked cases that lie with a pack; other packs may govern them besides. */
    static List<WorkedCase> casesOf(String pack) throws IOException {
        List<WorkedCase> cases = new ArrayList<>();
        for (String file : FILES) {
            cases.addAll(WorkedCase.of("/" + folder(pack) + file));
        }
        return cases;
    }

    private static String folder(String pack) {
        return "org/complaintkit/packs/" + pack.toLowerCase(Locale.ROOT) + "/";
    }
}
