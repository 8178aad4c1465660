package org.complaintkit.rules.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The cases in which one cause changed something. Grows while a simulation runs; not thread-safe. */
final class Group {
    private static final int MOST_DIFFERENCES = 20;

    private final Cause cause;
    private final Map<Aspect, Long> aspects = new EnumMap<>(Aspect.class);
    private final List<SimulationReport.Example> examples = new ArrayList<>();
    private long cases;
    private long newBreaches;
    private long spared;

    Group(Cause cause) {
        this.cause = cause;
    }

    /**
     * Counts a case.
     *
     * @param differences those that go back to this cause
     * @param more breaches that the case has only after
     * @param fewer breaches that the case has only before
     * @param most examples to keep
     */
    void add(String caseId, List<Difference> differences, long more, long fewer, int most) {
        cases++;
        differences.stream().map(Difference::aspect).distinct().forEach(aspect -> aspects.merge(aspect, 1L, Long::sum));
        newBreaches += more;
        spared += fewer;
        if (examples.size() < most) {
            examples.add(new SimulationReport.Example(
                    caseId, differences.subList(0, Math.min(differences.size(), MOST_DIFFERENCES))));
        }
    }

    SimulationReport.Effect effect() {
        return new SimulationReport.Effect(cause, cases, aspects, newBreaches, spared, examples);
    }
}
