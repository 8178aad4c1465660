package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.complaintkit.calendar.check.ProofChecker;
import org.complaintkit.calendar.testing.CalendarArbitraries;
import org.jspecify.annotations.Nullable;

class ProofProperties {

    @Provide
    Arbitrary<DueQuestion> questions() {
        return CalendarArbitraries.questions(Laws.calendars());
    }

    @Provide
    Arbitrary<Term> terms() {
        return CalendarArbitraries.anyTerms();
    }

    @Provide
    Arbitrary<DueQuestion> anyQuestions() {
        return Combinators.combine(
                        questions(),
                        CalendarArbitraries.anyTerms(),
                        Arbitraries.integers().between(0, 60).injectNull(0.5),
                        CalendarArbitraries.dates().injectNull(0.7))
                .as((q, term, cap, meaning) -> {
                    DueQuestion.Builder asked = DueQuestion.of(
                                    q.calendar(), q.zone(), q.start().at(), term)
                            .conventions(q.conventions())
                            .serviceHours(q.serviceHours())
                            .pauses(q.pauses())
                            .soft(SoftTime.SET, Term.days(9))
                            .soft(SoftTime.PROMISED, Term.parse("earlier of 30 hours and 2 working days"));
                    if (cap != null) {
                        asked.earlierLimit(DueMoment.ofDay(q.start().day().plusDays(cap), q.zone()));
                    }
                    if (meaning != null) {
                        asked.soft(SoftTime.PERIODIC, meaning);
                    }
                    return asked.build();
                });
    }

    @Property(tries = 20_000)
    void every_answer_is_accepted_by_the_checker(@ForAll("questions") DueQuestion question) {
        accepted(question);
    }

    @Property(tries = 10_000)
    void every_answer_to_words_parts_and_caps_is_accepted_by_the_checker(@ForAll("anyQuestions") DueQuestion question) {
        accepted(question);
    }

    private static void accepted(DueQuestion question) {
        Due due = answered(question);
        if (due != null) {
            assertThat(ProofChecker.faults(due.proof(), question.calendar())).isEmpty();
            assertThat(due.target()).isLessThanOrEqualTo(due.limit());
            assertThat(due.limit()).isEqualTo(DueDates.limit(question));
            assertThat(due.forecast() != null).isEqualTo(due.certainty() == Certainty.PROVISIONAL);
            assertThat(due.proof().forecast()).isEqualTo(due.forecast());
            assertThat(due.proof().certainty()).isEqualTo(due.certainty());
            assertThat(DueDates.outlook(question)).isEqualTo(due.outlook());
        }
    }

    @Property(tries = 300)
    void a_forged_proof_is_refused_unless_it_is_the_true_answer_to_another_question(
            @ForAll("anyQuestions") DueQuestion question) {
        Due due = answered(question);
        if (due != null) {
            for (Proof forged : Forgeries.of(due.proof())) {
                if (ProofChecker.faults(forged, question.calendar()).isEmpty()) {
                    Proof truth = DueDates.answer(question(forged, question.calendar()))
                            .proof();
                    assertThat(withoutBounds(asRecorded(truth, forged)))
                            .as("of %s", due.proof())
                            .isEqualTo(withoutBounds(forged));
                }
            }
        }
    }

    /** Of a proof that gives no reasons, as the first ones did, the rest is true. */
    private static Proof asRecorded(Proof truth, Proof forged) {
        Proof told = truth;
        if (forged.counted().stream().allMatch(day -> day.why().isEmpty())) {
            told = (Proof) Forgeries.with(
                    told,
                    "counted",
                    truth.counted().stream().map(Forgeries::withoutReason).toList());
            told = (Proof) Forgeries.with(
                    told,
                    "skipped",
                    truth.skipped().stream()
                            .map(day -> day.why().equals("WEEKEND") ? Forgeries.with(day, "source", "") : day)
                            .toList());
        }
        List<Proof> parts = new ArrayList<>();
        for (int i = 0; i < truth.parts().size(); i++) {
            parts.add(asRecorded(truth.parts().get(i), forged.parts().get(i)));
        }
        return (Proof) Forgeries.with(told, "parts", parts);
    }

    /** How early and how late is the calendar's word, of which a checker sees no more than that the order is right. */
    private static Proof withoutBounds(Proof proof) {
        Forecast f = proof.forecast();
        Proof bare = (Proof) Forgeries.with(
                proof,
                "parts",
                proof.parts().stream().map(ProofProperties::withoutBounds).toList());
        return f == null
                ? bare
                : (Proof) Forgeries.with(
                        bare,
                        "forecast",
                        new Forecast(f.likely(), f.likely(), f.likely(), bare.target(), bare.target(), f.assumption()));
    }

    @Property(tries = 20_000)
    void a_term_survives_printing_and_parsing(@ForAll("terms") Term term) {
        assertThat(Term.parse(term.toString())).isEqualTo(term);
        assertThat(Term.parse(term.text(Locale.SIMPLIFIED_CHINESE))).isEqualTo(term);
        assertThat(Term.parse(term.text(Locale.TRADITIONAL_CHINESE))).isEqualTo(term);
    }

    /** Null where service is never open again or the answer lies outside the calendar. */
    private static @Nullable Due answered(DueQuestion question) {
        try {
            return DueDates.answer(question);
        } catch (InvalidInputException e) {
            assertThat(e.code()).isIn("DAY_OUTSIDE_CALENDAR", "SERVICE_NEVER_OPEN");
            return null;
        }
    }

    /** The question that a proof says it answers. */
    private static DueQuestion question(Proof p, WorkingCalendar calendar) {
        Term text = p.wording().text();
        DueQuestion.Builder q = p.asked().wholeDay()
                ? DueQuestion.of(calendar, p.zone(), p.asked().day(), text)
                : DueQuestion.of(calendar, p.zone(), p.asked().at(), text);
        q.pauses(p.pauses());
        if (p.conventionName().equals(Conventions.CUSTOM)) {
            q.convention(p.convention());
        } else {
            q.conventions(Conventions.named(p.conventionName()));
        }
        if (p.cap() != null) {
            q.earlierLimit(p.cap());
        }
        mean(p, q);
        for (Proof part : p.parts()) {
            mean(part, q);
            part.parts().forEach(deeper -> mean(deeper, q));
        }
        return q.build();
    }

    private static void mean(Proof p, DueQuestion.Builder q) {
        if (p.serviceHours() != null) {
            q.serviceHours(p.serviceHours());
        }
        if (p.wording().text() instanceof Term.Soft soft && !p.wording().standard()) {
            q.soft(soft.word(), p.wording().meaning());
        }
    }
}
