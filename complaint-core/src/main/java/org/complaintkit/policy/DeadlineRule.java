package org.complaintkit.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * A row of {@code deadlines.csv}: a deadline as the policy states it, before it is dated for a case.
 *
 * @param id such as {@code RCC-D01}; with a variant after a slash, {@code INS-D19/L1}, where one deadline has several terms
 * @param clause the clause that demands it
 * @param basis where the number comes from
 * @param start the event that starts the clock
 * @param end the event that meets it
 * @param target the wanted moment; {@link LimitRule#SAME} where it is the limit, or what the convention makes of it
 * @param limit the last permitted moment
 * @param warnings moments before the limit at which the owner is warned: terms counted back from the limit
 *     ({@code 1 working day}), {@code 75 %} of the span, {@code target}, or {@code as limit} to warn when the
 *     deadline whose limit is taken over does
 * @param onBreach escalations and findings that follow when the limit passes without the end event
 * @param endsHandling whether its limit counts for the effective limit of the case (CONV-15)
 * @param followUp whether its target day is the day on which the follow-up visit is due
 * @param cancelledBy the event that makes it pointless
 * @param notBefore the limit does not end before the end of the day of this event
 * @param gives when it gives way to others
 * @param repeats whether a further occurrence follows one that has ended
 * @param lapses whether a passed limit means that the thing lapses ({@code LAPSED}) and not that a duty is breached
 * @param onWarning escalations that fire at the first warning
 * @param pausedBy when its clock stands still
 */
public record DeadlineRule(
        String id,
        String clause,
        Basis basis,
        EventExpression start,
        EventExpression end,
        LimitRule target,
        LimitRule limit,
        List<String> warnings,
        List<String> onBreach,
        boolean endsHandling,
        boolean followUp,
        EventExpression cancelledBy,
        EventExpression notBefore,
        Gives gives,
        Repeats repeats,
        boolean lapses,
        List<String> onWarning,
        PauseRule pausedBy) {

    /** When a deadline gives way, that is, becomes SUPERSEDED. */
    public enum Gives {
        /** When it ends the handling and another one that does is asked for in its place. */
        TO_ANOTHER_END,
        /** As soon as the rules no longer ask for it. */
        WHEN_NOT_ASKED,
        /** Never by itself. */
        NEVER
    }

    /** Whether a further occurrence follows one that has ended. */
    public enum Repeats {
        NO,
        /** Each further start event begins one. */
        EACH_START,
        /** The end event begins the next one. */
        AFTER_END
    }

    public DeadlineRule {
        onWarning = List.copyOf(onWarning);
        warnings = List.copyOf(warnings);
        onBreach = List.copyOf(onBreach);
    }

    /** The id without its variant: what the outside sees. */
    public String code() {
        return code(id);
    }

    /** An id without its variant. */
    public static String code(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? id : id.substring(0, slash);
    }

    /** The events from which it takes a date, with the keys under which they say it. */
    public Stream<EventPattern> dates() {
        Stream<EventPattern> events = Stream.of(start, end, cancelledBy, notBefore)
                .flatMap(EventExpression::patterns)
                .filter(pattern -> !pattern.keys().isEmpty());
        Stream<EventPattern> limits =
                limit.alternatives().stream().filter(LimitRule::restsOnWords).map(LimitRule::said);
        return Stream.concat(events, limits);
    }

    /** Soft: the text has a word for time but no number (CONV-12). A missed one gives a finding, not an overdue case. */
    public boolean soft() {
        return limit.softWord().isPresent();
    }
}
