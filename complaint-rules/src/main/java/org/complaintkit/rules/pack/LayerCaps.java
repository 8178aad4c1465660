package org.complaintkit.rules.pack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.Term;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Policy;

/**
 * How long packs that govern one case together let its handling take. A lower layer may be stricter than those above it,
 * not laxer. Of a case the earliest limit counts whatever the packs say, so that a laxer pack does no harm there and a desk
 * need not refuse it; but it promises what nobody may give, and is refused before it becomes active where a host asks:
 * {@link org.complaintkit.rules.shelf.PackShelf#activate(org.complaintkit.rules.Packs, List)}. Limits are read with the
 * parameters that the policies have, which for packs just loaded are the defaults. Stateless.
 */
public final class LayerCaps {
    private LayerCaps() {}

    /** A time in which an upper pack lets the handling end. */
    record Cap(String id, String text, String clause, DaySpan span) {}

    /**
     * Refuses packs of which one allows more time for certain than one above it: an ordinary limit beside ordinary limits, an
     * extension beside extensions. What cannot be compared, such as a day that an event names, is let through.
     *
     * @param layers the institution's own first, the highest authority last
     * @throws InvalidInputException LIMIT_ABOVE_CAP, naming row and clause of both
     */
    public static void require(List<Policy> layers) {
        for (int lower = 0; lower < layers.size(); lower++) {
            Policy own = layers.get(lower);
            for (Policy upper : layers.subList(lower + 1, layers.size())) {
                for (DeadlineRule rule : own.deadlines().values()) {
                    if (rule.endsHandling()) {
                        require(rule.id(), rule.clause(), rule.limit(), extended(rule, own), own, upper);
                    }
                }
                for (ExtensionRule rule : own.extensions()) {
                    require(rule.into(), rule.clause(), rule.cap(), true, own, upper);
                }
            }
        }
    }

    private static void require(String id, String clause, LimitRule limit, boolean extended, Policy own, Policy upper) {
        Optional<Cap> exceeded = exceeded(limit.text(), extended, own, upper);
        if (exceeded.isPresent()) {
            Cap cap = exceeded.get();
            throw InvalidInputException.of(
                            "LIMIT_ABOVE_CAP", id + " of " + own.pack().label())
                    .value(limit.term(own.parameters()))
                    .rule("a lower layer is at least as strict: " + cap.text() + " at most (" + cap.id() + ", clause "
                            + cap.clause() + " of " + upper.pack().label() + "; here clause " + clause + ")")
                    .wayOut("shorten it")
                    .build();
        }
    }

    /** What an upper pack allows at most, if a limit is longer for certain. */
    static Optional<Cap> exceeded(String limit, boolean extended, Policy own, Policy upper) {
        Optional<DaySpan> span = span(limit, own);
        return allowed(extended, upper)
                .filter(cap -> span.filter(each -> each.above(cap.span())).isPresent());
    }

    /** Where only extensions of the upper pack say how long it may take, they bound everything. */
    private static Optional<Cap> allowed(boolean extended, Policy upper) {
        Optional<Cap> longest = longest(upper, extended);
        return longest.isPresent() ? longest : longest(upper, true);
    }

    /** The longest of them. What an extension gives is allowed to nobody who has none. */
    private static Optional<Cap> longest(Policy upper, boolean withExtensions) {
        Stream<Cap> limits = upper.deadlines().values().stream()
                .filter(rule -> rule.endsHandling() && (withExtensions || !extended(rule, upper)))
                .flatMap(rule -> cap(rule.id(), rule.limit(), rule.clause(), upper).stream());
        Stream<Cap> caps = upper.extensions().stream()
                .filter(rule -> withExtensions)
                .flatMap(rule -> cap(rule.into(), rule.cap(), rule.clause(), upper).stream());
        return Stream.concat(limits, caps)
                .reduce((one, other) -> other.span().least() > one.span().least() ? other : one);
    }

    /** Whether a row comes into force by an extension only. */
    static boolean extended(DeadlineRule rule, Policy policy) {
        return policy.extensions().stream()
                .anyMatch(extension -> extension.into().equals(rule.id()));
    }

    private static Optional<Cap> cap(String id, LimitRule limit, String clause, Policy upper) {
        return span(limit.text(), upper).map(span -> new Cap(id, limit.term(upper.parameters()), clause, span));
    }

    private static Optional<DaySpan> span(String cell, Policy policy) {
        LimitRule rule = LimitRule.parse(cell);
        try {
            return rule.kind() == LimitRule.Kind.TERM
                    ? DaySpan.of(Term.parse(rule.term(policy.parameters())))
                    : Optional.empty();
        } catch (InvalidInputException e) {
            // Another fault, told where names are looked up.
            return Optional.empty();
        }
    }
}
