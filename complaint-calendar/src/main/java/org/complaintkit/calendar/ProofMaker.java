package org.complaintkit.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down how a count came about. */
final class ProofMaker {
    /** Longer spans than any calendar holds are not listed. */
    private static final int MOST_DAYS = 50_000;

    private ProofMaker() {}

    static Proof of(
            DueQuestion q, Counting counting, Wording wording, List<String> notes, @Nullable Forecast forecast) {
        Term term = wording.meaning();
        ProofDays days = new ProofDays(q, counting, term);
        if (isListed(term) && !counting.limit().isNever()) {
            LocalDate start = counting.start().day();
            if (ChronoUnit.DAYS.between(start, counting.limit().day()) > MOST_DAYS) {
                notes.add(Due.PROOF_ABRIDGED);
            } else {
                days.list();
            }
        }
        ConventionSet set = q.conventions();
        return new Proof(
                q.calendar().id(),
                q.calendar().version(),
                q.zone(),
                counting.convention(),
                set.name(),
                wording.source(set.source(term)),
                wording,
                term,
                q.start(),
                counting.start(),
                counting.target(),
                counting.limit(),
                days.counted(),
                days.skipped(),
                q.pauses(),
                usesHours(counting.convention(), term) ? q.serviceHours() : null,
                q.earlierLimit(),
                forecast,
                List.of());
    }

    private static boolean isListed(Term term) {
        return TermKind.of(term) != TermKind.HOURS && !(term instanceof Term.FixedDate);
    }

    private static boolean usesHours(Convention convention, Term term) {
        return TermKind.of(term) == TermKind.WORKING_HOURS
                || convention.outsideHours() == Convention.OutsideHours.NEXT_OPENING
                || convention.timeOfDay() == Convention.TimeOfDay.CLOSE_OF_BUSINESS;
    }
}
