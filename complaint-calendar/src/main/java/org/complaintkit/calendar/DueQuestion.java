package org.complaintkit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By when is something due? A start, a term, and all that decides how the term is counted. Immutable; made with a
 * {@link Builder}, answered by {@link DueDates#answer}.
 */
public final class DueQuestion {
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private final DueMoment start;
    private final Term term;
    private final ConventionSet conventions;
    private final ServiceHours serviceHours;
    private final List<Pause> pauses;
    private final @Nullable DueMoment earlierLimit;
    private final Map<SoftTime, Term> soft;

    private DueQuestion(Builder b) {
        this.calendar = b.asOf == null ? b.calendar : b.calendar.asOf(b.asOf);
        this.zone = b.zone;
        this.start = b.start;
        this.term = b.term;
        this.conventions = b.conventions;
        this.serviceHours = b.serviceHours;
        this.pauses = List.copyOf(b.pauses);
        this.earlierLimit = b.earlierLimit;
        this.soft = new EnumMap<>(b.soft);
    }

    /** A question about a term that starts at an instant. */
    public static Builder of(WorkingCalendar calendar, ZoneId zone, Instant start, Term term) {
        return new Builder(calendar, zone, DueMoment.ofInstant(checkInstant("start", start), zone), term);
    }

    /** A question about a term that starts on a day; terms by the clock need an instant. */
    public static Builder of(WorkingCalendar calendar, ZoneId zone, LocalDate startDay, Term term) {
        return new Builder(calendar, zone, DueMoment.ofDay(checkDay("start", startDay), zone), term);
    }

    private DueQuestion(DueQuestion q, WorkingCalendar calendar) {
        this.calendar = calendar;
        this.zone = q.zone;
        this.start = q.start;
        this.term = q.term;
        this.conventions = q.conventions;
        this.serviceHours = q.serviceHours;
        this.pauses = q.pauses;
        this.earlierLimit = q.earlierLimit;
        this.soft = q.soft;
    }

    /** The same question put to another calendar, such as a newer version. */
    public DueQuestion with(WorkingCalendar other) {
        return new DueQuestion(this, other);
    }

    /** Refuses instants that no calendar of offices knows, before arithmetic overflows on them. */
    static Instant checkInstant(String subject, Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(AFTER_LAST)) {
            throw outOfRange(subject, instant);
        }
        return instant;
    }

    /** Refuses days outside the years of dates. */
    static LocalDate checkDay(String subject, LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw outOfRange(subject, day);
        }
        return day;
    }

    static InvalidInputException outOfRange(String subject, Object value) {
        return InvalidInputException.of("TIME_OUT_OF_RANGE", subject)
                .value(value)
                .rule("years are 1 to 9999")
                .wayOut("correct the date")
                .build();
    }

    /** The calendar, as of the day of knowledge if one was given. */
    public WorkingCalendar calendar() {
        return calendar;
    }

    /** The zone of all local days. */
    public ZoneId zone() {
        return zone;
    }

    /** The start as asked. */
    public DueMoment start() {
        return start;
    }

    /** The term as asked. */
    public Term term() {
        return term;
    }

    /** How to count. */
    public ConventionSet conventions() {
        return conventions;
    }

    /** When service is open. */
    public ServiceHours serviceHours() {
        return serviceHours;
    }

    /** When the clock stands still. */
    public List<Pause> pauses() {
        return pauses;
    }

    /** A limit of another rule that decides if it is earlier, or null. */
    public @Nullable DueMoment earlierLimit() {
        return earlierLimit;
    }

    /** The question in one line of English, for a reader of a counterexample. */
    @Override
    public String toString() {
        StringBuilder s = new StringBuilder();
        s.append(term)
                .append(" from ")
                .append(start.toText(zone))
                .append(" in ")
                .append(zone);
        s.append(", ").append(calendar.version()).append(", ").append(conventions.name());
        s.append(' ').append(conventions.forTerm(term)).append(", open ").append(serviceHours);
        soft.forEach(
                (word, meaning) -> s.append(", ").append(word).append(" is ").append(meaning));
        pauses.forEach(pause -> s.append(", ").append(pause));
        return earlierLimit == null
                ? s.toString()
                : s.append(", not after ").append(earlierLimit.toText(zone)).toString();
    }

    /** What a term says, and what that stands for here. */
    Wording wording(Term text) {
        if (!(text instanceof Term.Soft word)) {
            return new Wording(text, text, false);
        }
        Term given = soft.get(word.word());
        return given == null ? new Wording(text, word.word().standard(), true) : new Wording(text, given, false);
    }

    /** Collects a question; not thread-safe. */
    public static final class Builder {
        private final WorkingCalendar calendar;
        private final ZoneId zone;
        private final DueMoment start;
        private final Term term;
        private ConventionSet conventions = Conventions.PLAIN;
        private ServiceHours serviceHours = ServiceHours.STANDARD;
        private final List<Pause> pauses = new ArrayList<>();
        private @Nullable DueMoment earlierLimit;
        private @Nullable LocalDate asOf;
        private final Map<SoftTime, Term> soft = new EnumMap<>(SoftTime.class);

        private Builder(WorkingCalendar calendar, ZoneId zone, DueMoment start, Term term) {
            this.calendar = calendar;
            this.zone = zone;
            this.start = start;
            this.term = term;
        }

        /** How to count each kind of term; {@link Conventions#PLAIN} if not given. */
        public Builder conventions(ConventionSet set) {
            this.conventions = set;
            return this;
        }

        /** How to count this term, whatever its kind. */
        public Builder convention(Convention convention) {
            return conventions(ConventionSet.only(convention));
        }

        /** When service is open; {@link ServiceHours#STANDARD} if not given. */
        public Builder serviceHours(ServiceHours hours) {
            this.serviceHours = hours;
            return this;
        }

        /** One more pause; pauses may overlap and come in any order. */
        public Builder pause(Pause pause) {
            this.pauses.add(pause);
            return this;
        }

        /** More pauses. */
        public Builder pauses(List<Pause> more) {
            this.pauses.addAll(more);
            return this;
        }

        /** A limit of another rule, such as a cap from the original start, that decides if it is earlier. */
        public Builder earlierLimit(DueMoment limit) {
            this.earlierLimit = earlierLimit == null || limit.compareTo(earlierLimit) < 0 ? limit : earlierLimit;
            return this;
        }

        /** Count with what had been published by the end of a day only. */
        public Builder asOf(LocalDate knowledgeDay) {
            this.asOf = knowledgeDay;
            return this;
        }

        /**
         * What a word without a number stands for; its {@link SoftTime#standard()} if not given.
         *
         * @throws InvalidInputException TERM_MALFORMED if the meaning is a word itself, or has one in it
         */
        public Builder soft(SoftTime word, Term meaning) {
            boolean within = meaning instanceof Term.Combined combined
                    && combined.parts().stream().anyMatch(Term.Soft.class::isInstance);
            if (within || meaning instanceof Term.Soft) {
                throw TermParser.malformed(meaning.toString());
            }
            soft.put(word, meaning);
            return this;
        }

        /** Makes the question. */
        public DueQuestion build() {
            return new DueQuestion(this);
        }
    }
}
