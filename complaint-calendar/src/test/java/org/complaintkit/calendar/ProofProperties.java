package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.complaintkit.calendar.testing.CalendarArbitraries;
import org.jspecify.annotations.Nullable;

class ProofProperties {

    @Provide
    Arbitrary<DueQuestion> questions() {
        return CalendarArbitraries.questions(Laws.calendars());
    }

    @Provide
    Arbitrary<Term> terms() {
        return CalendarArbitraries.terms();
    }

    @Property(tries = 20_000)
    void every_answer_is_accepted_by_the_checker(@ForAll("questions") DueQuestion question) {
        Due due = answered(question);
        if (due != null) {
            assertThat(ProofChecker.faults(due.proof(), question.calendar())).isEmpty();
            assertThat(due.target()).isLessThanOrEqualTo(due.limit());
            assertThat(due.limit()).isEqualTo(DueDates.limit(question));
            assertThat(due.forecast() != null).isEqualTo(due.certainty() == Certainty.PROVISIONAL);
        }
    }

    @Property(tries = 2_000)
    void any_single_change_of_a_proof_is_refused(@ForAll("questions") DueQuestion question) {
        Due due = answered(question);
        if (due != null) {
            for (Proof changed : changes(due.proof())) {
                assertThat(ProofChecker.faults(changed, question.calendar()))
                        .as("%s", changed)
                        .isNotEmpty();
            }
        }
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
            assertThat(e.code()).isEqualTo("DAY_OUTSIDE_CALENDAR");
            return null;
        }
    }

    private static List<Proof> changes(Proof p) {
        List<Proof> changes = new ArrayList<>();
        changes.add(with(p, p.start(), p.target(), later(p.limit(), p.zone()), p.counted(), p.skipped()));
        changes.add(with(p, later(p.start(), p.zone()), p.target(), p.limit(), p.counted(), p.skipped()));
        changes.add(with(p, p.start(), later(p.target(), p.zone()), p.limit(), p.counted(), p.skipped()));
        changes.add(with(p, p.start(), flipped(p.target()), p.limit(), p.counted(), p.skipped()));
        for (int i = 0; i < p.counted().size(); i += 29) {
            List<LocalDate> fewer = new ArrayList<>(p.counted());
            fewer.remove(i);
            changes.add(with(p, p.start(), p.target(), p.limit(), fewer, p.skipped()));
        }
        for (int i = 0; i < p.skipped().size(); i += 23) {
            List<SkippedDay> fewer = new ArrayList<>(p.skipped());
            SkippedDay day = fewer.remove(i);
            changes.add(with(p, p.start(), p.target(), p.limit(), p.counted(), fewer));
            List<SkippedDay> renamed = new ArrayList<>(p.skipped());
            renamed.set(i, new SkippedDay(day.date(), day.why(), day.name() + "?", day.source()));
            changes.add(with(p, p.start(), p.target(), p.limit(), p.counted(), renamed));
        }
        changes.add(new Proof(
                p.calendarId(),
                p.calendarVersion() + "0",
                p.zone(),
                p.convention(),
                p.conventionName(),
                p.source(),
                p.term(),
                p.asked(),
                p.start(),
                p.target(),
                p.limit(),
                p.counted(),
                p.skipped(),
                p.pauses(),
                p.serviceHours(),
                p.cap()));
        changes.add(new Proof(
                p.calendarId(),
                p.calendarVersion(),
                p.zone(),
                p.convention(),
                p.conventionName(),
                p.source() + "x",
                p.term(),
                p.asked(),
                p.start(),
                p.target(),
                p.limit(),
                p.counted(),
                p.skipped(),
                p.pauses(),
                p.serviceHours(),
                p.cap()));
        return changes;
    }

    private static Proof with(
            Proof p,
            DueMoment start,
            DueMoment target,
            DueMoment limit,
            List<LocalDate> counted,
            List<SkippedDay> skipped) {
        return new Proof(
                p.calendarId(),
                p.calendarVersion(),
                p.zone(),
                p.convention(),
                p.conventionName(),
                p.source(),
                p.term(),
                p.asked(),
                start,
                target,
                limit,
                counted,
                skipped,
                p.pauses(),
                p.serviceHours(),
                p.cap());
    }

    private static DueMoment later(DueMoment moment, ZoneId zone) {
        if (moment.isNever()) {
            return DueMoment.ofDay(LocalDate.of(2030, 1, 1), zone);
        }
        Instant next = moment.at().plusSeconds(60);
        return moment.wholeDay() ? DueMoment.ofDay(moment.day().plusDays(1), zone) : DueMoment.ofInstant(next, zone);
    }

    private static DueMoment flipped(DueMoment moment) {
        return new DueMoment(moment.day(), moment.at(), !moment.wholeDay());
    }
}
