package org.complaintkit.rules.simulate;

import java.time.ZoneId;
import java.util.List;
import org.complaintkit.lifecycle.Case;

/**
 * One thing that comes out otherwise in a case. It names codes, days and states, never a person.
 *
 * @param subject which of several: the id of a deadline, the code of a duty; empty where there is only one
 * @param before as the first scenario has it; empty where it has none
 * @param after as the second scenario has it; empty where it has none
 */
public record Difference(Aspect aspect, String subject, String before, String after) {
    /**
     * What comes out otherwise in a case that stands in two ways, in the order of the aspects.
     *
     * @param zone in which days and times are told
     */
    public static List<Difference> between(Case before, Case after, ZoneId zone) {
        return Outline.differences(Outline.of(before, zone), Outline.of(after, zone));
    }
}
