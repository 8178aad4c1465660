package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.cases.Story;
import org.complaintkit.rules.explain.Explainer;
import org.complaintkit.rules.explain.Explanation;
import org.junit.jupiter.api.Test;

/**
 * Worked cases of every shipped pack can be explained, in one language after the other, as text and as a page: all in which
 * something is found or an extension is given, which have words of their own, and some of the others.
 */
class ExplainedCasesTest {
    private static final Packs PACKS = ShippedPacks.PACKS;
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINA, Locale.TAIWAN);
    private static final int EVERY = 8;
    private static final int PAGES = 5;

    @Test
    void no_case_lacks_a_word() throws IOException {
        int explained = 0;
        for (String pack : PACKS.ids()) {
            List<WorkedCase> cases = PackCasesTest.casesOf(pack);
            for (int i = 0; i < cases.size(); i++) {
                Story story = story(cases.get(i));
                if (story != null && (i % EVERY == 0 || special(cases.get(i)))) {
                    Locale locale = LANGUAGES.get(explained % LANGUAGES.size());
                    Explanation explanation = explained(story);
                    assertThat(explanation.text(locale)).as(story.id()).isNotEmpty();
                    if (explained % PAGES == 0) {
                        assertThat(explanation.html(locale)).as(story.id()).isNotEmpty();
                    }
                    explained++;
                }
            }
        }
        assertThat(explained).isGreaterThan(150);
    }

    @Test
    void an_extension_that_names_neither_of_two_packs_is_told_what_it_lacks() throws IOException {
        Story unclear = PackCasesTest.casesOf("CN2020").stream()
                .map(ExplainedCasesTest::story)
                .filter(story -> story != null && story.id().equals("CN2020-C44"))
                .findFirst()
                .orElseThrow();
        assertThat(explained(unclear).html(Locale.CHINA)).contains("规则包或期限");
        assertThat(explained(unclear).text(Locale.ENGLISH))
                .contains("Needed: a decision that names the pack or the deadline it is about");
        assertThat(explained(unclear).text(Locale.CHINA)).contains("需要：决定写明所针对的规则包或期限");
        assertThat(explained(unclear).text(Locale.TAIWAN)).contains("需要：決定寫明所針對的規則包或期限");
    }

    private static boolean special(WorkedCase worked) {
        return !worked.line().path("expect").path("findings").isEmpty()
                || worked.line().toString().contains("EXTENSION");
    }

    private static Story story(WorkedCase worked) {
        try {
            return Story.read(worked.line().toString());
        } catch (InvalidInputException noCase) {
            return null;
        }
    }

    private static Explanation explained(Story story) {
        return Explainer.under(story.packs().stream().map(PACKS::get).toList())
                .explain(story.complaint(), story.events(), story.asOf());
    }
}
