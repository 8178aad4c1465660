package org.complaintkit.calendar.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.complaintkit.calendar.ConventionSet;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.SoftTime;
import org.complaintkit.calendar.Term;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckedLawsTest {
    @Test
    void the_checker_knows_what_each_named_set_says_without_asking_it() {
        List<String> terms = List.of(
                "3 working days",
                "3 days",
                "2 weeks",
                "2 months",
                "1 year",
                "3 hours",
                "3 minutes",
                "3 working hours",
                "3 working minutes",
                "3 to 5 days",
                "3 to 5 working days",
                "on day 3",
                "on working day 3",
                "10th of next month",
                "before 30 January",
                "2026-03-31",
                "1 day",
                "0 days",
                "0 weeks",
                "1 week");
        for (String name : Conventions.names()) {
            for (String text : terms) {
                Term term = Term.parse(text);
                ConventionSet set = Conventions.named(name);
                assertThat(CheckedLaws.convention(name, term))
                        .as(name + " " + text)
                        .isEqualTo(set.forTerm(term));
                assertThat(CheckedLaws.workingDaysWithin(name, term))
                        .as(name + " " + text)
                        .isEqualTo(set.leastWorkingDays(term));
                assertThat(CheckedSources.of(name, term)).as(name + " " + text).isEqualTo(set.source(term));
            }
        }
        for (SoftTime word : SoftTime.values()) {
            assertThat(CheckedLaws.meaning(word)).as("%s", word).isEqualTo(meant(word));
        }
    }

    /** Null where a date must be given. */
    private static @Nullable Term meant(SoftTime word) {
        try {
            return word.standard();
        } catch (InvalidInputException e) {
            assertThat(e.code()).isEqualTo("TERM_NEEDS_DATE");
            return null;
        }
    }
}
