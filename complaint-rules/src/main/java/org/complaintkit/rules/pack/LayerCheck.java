package org.complaintkit.rules.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.Term;
import org.complaintkit.decision.Layers;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Tightening;

/** Holds a pack against the packs above it: it may be stricter than they are, not laxer. */
final class LayerCheck {
    private final Policy policy;
    private final List<Policy> above;
    private final Faults faults;

    LayerCheck(Policy policy, List<Policy> above, Faults faults) {
        this.policy = policy;
        this.above = above;
        this.faults = faults;
    }

    void check(PackTables tables, Map<String, Position> places) {
        policy.tightenings()
                .forEach(each -> tightening(
                        each, places.getOrDefault(ManifestReader.TIGHTENS + each.parameter(), Position.WHOLE_FILE)));
        for (Policy upper : above) {
            tables.deadlines().rows().forEach(row -> limit(row, upper));
            tables.extensions()
                    .rows()
                    .forEach(row -> longest(upper, true)
                            .filter(cap -> span(row.text("cap"), policy)
                                    .filter(own -> own.above(cap.span()))
                                    .isPresent())
                            .ifPresent(cap -> row.fault("cap", told(cap, upper))));
        }
    }

    private void tightening(Tightening tightening, Position at) {
        Set<String> known = new TreeSet<>();
        above.forEach(upper -> known.addAll(upper.parameters().declared().keySet()));
        if (!known.contains(tightening.parameter())) {
            Told told = FaultKind.TIGHTENS_NOTHING.told().near(tightening.parameter(), known);
            faults.add(told, PackFiles.MANIFEST, at, tightening.parameter());
        }
        for (Policy upper : above) {
            if (upper.parameters().declared().containsKey(tightening.parameter())) {
                try {
                    Layers.require(policy, tightening, upper);
                } catch (InvalidInputException e) {
                    faults.add(e, PackFiles.MANIFEST, at);
                }
            }
        }
    }

    /**
     * A deadline that ends the handling, against the longest time that the upper pack allows for that; one that comes by an
     * extension, against the longest that an extension gives.
     */
    private void limit(Row row, Policy upper) {
        DeadlineRule own = policy.deadlines().get(row.text("id"));
        if (own != null && own.endsHandling()) {
            allowed(own, upper)
                    .filter(cap -> span(row.text("limit"), policy)
                            .filter(span -> span.above(cap.span()))
                            .isPresent())
                    .ifPresent(cap -> row.fault("limit", told(cap, upper)));
        }
    }

    private static Told told(Cap cap, Policy upper) {
        return FaultKind.LIMIT_ABOVE_CAP.told(
                cap.text(), cap.id(), cap.clause(), upper.pack().label());
    }

    /** A time in which an upper pack lets the handling end. */
    private record Cap(String id, String text, String clause, DaySpan span) {}

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

    /** Where only extensions of the upper pack say how long it may take, they bound everything. */
    private Optional<Cap> allowed(DeadlineRule own, Policy upper) {
        Optional<Cap> longest = longest(upper, extended(own, policy));
        return longest.isPresent() ? longest : longest(upper, true);
    }

    private static boolean extended(DeadlineRule rule, Policy policy) {
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
