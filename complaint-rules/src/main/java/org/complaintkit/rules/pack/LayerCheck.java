package org.complaintkit.rules.pack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Layers;
import org.complaintkit.policy.DeadlineRule;
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
                    .forEach(row -> LayerCaps.exceeded(row.text("cap"), true, policy, upper)
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
            LayerCaps.exceeded(row.text("limit"), LayerCaps.extended(own, policy), policy, upper)
                    .ifPresent(cap -> row.fault("limit", told(cap, upper)));
        }
    }

    private static Told told(LayerCaps.Cap cap, Policy upper) {
        return FaultKind.LIMIT_ABOVE_CAP.told(
                cap.text(), cap.id(), cap.clause(), upper.pack().label());
    }
}
