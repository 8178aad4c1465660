package org.complaintkit.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.pack.Faults;

/**
 * Files of worked cases, as lines of JSON where they begin with a brace, else as a table: cases that run to an answer and
 * are compared with it, or one line of error; whoever only looks at them tells what is wrong, whatever it is.
 */
class WorkedCaseFuzz {
    private static final Packs PACKS = Packs.shipped();
    private static final int MOST = 4;

    @FuzzTest(maxDuration = "10m")
    void any_file_is_cases_or_refused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String name = text.startsWith("{") ? "cases.jsonl" : "cases.csv";
        look(name, text);
        List<PackCase> cases;
        try {
            cases = PackCase.read(name, text);
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
            return;
        }
        cases.stream().limit(MOST).forEach(WorkedCaseFuzz::run);
    }

    private static void look(String name, String text) {
        DroolsRuleBook book = PACKS.get(PACKS.ids().iterator().next());
        Faults faults = new Faults();
        CaseCheck.of(List.of(new CaseFiles.Found(name, text, null)))
                .look(book.policy(), book.rules(), new CaseCheck.Others(id -> Optional.empty(), true), faults);
        assertThat(faults.all())
                .allSatisfy(fault -> assertThat(fault.toString()).matches("\\P{Cntrl}+"));
    }

    private static void run(PackCase worked) {
        try {
            String answer = worked.answer(PACKS::get);
            assertThat(worked.answer(PACKS::get)).isEqualTo(answer);
            assertThat(worked.differences(answer)).doesNotContainNull();
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
        }
    }
}
