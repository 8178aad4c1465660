package org.complaintkit.desk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Joined;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Vocabulary;

/**
 * Merges a case into another and parts them again: one event on each. The one that takes limits over is always written
 * before the one that lets them go, so that a crash between the two writes leaves a limit on both cases, never on none.
 */
final class Merging {
    private static final String JOINED = "/joined";
    private static final String PARTED = "/parted";

    private final Vocabulary vocabulary;

    Merging(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Refuses what cannot be merged. */
    void require(Case merged, Case into) {
        if (merged.id().equals(into.id())) {
            throw refused("MERGE_WITH_ITSELF", merged, "two cases", "name the case that carries the matter on");
        }
        if (Joined.into(into).isPresent() || vocabulary.marks(Mark.FILED, into.state())) {
            throw refused("MERGE_INTO_CLOSED", into, "a case that is neither merged nor archived", "name an open case");
        }
        if (Joined.into(merged).isPresent()) {
            throw refused("MERGE_TWICE", merged, "a case that stands alone", "let it stand alone again first");
        }
        if (vocabulary.marks(Mark.ANSWERED, merged.state())) {
            throw refused(
                    "MERGE_ANSWERED",
                    merged,
                    "a case that is not answered yet",
                    "link a complaint after the answer as a repeat");
        }
    }

    /** What happens to the case that carries the matter on. */
    CaseEvent joined(Case merged, Case into, CaseEvent told) {
        Map<String, Object> data =
                new TreeMap<>(Map.of(Joined.FROM, merged.id(), Joined.LIMITS, Joined.limits(merged)));
        boolean others =
                !merged.complaint().complainant().samePerson(into.complaint().complainant());
        if (others) {
            data.put("count", into.complainantCount() + merged.complainantCount());
        }
        return event(told, told.id() + JOINED, Joined.JOINED, data);
    }

    /** What happens to the case that is merged. */
    CaseEvent merged(Case into, CaseEvent told) {
        Map<String, Object> data = new TreeMap<>(told.data());
        data.put(Joined.INTO, into.id());
        return event(told, told.id(), Joined.MERGED, data);
    }

    /** What happens to the case that was merged and stands alone again. */
    CaseEvent unmerged(CaseEvent told) {
        return event(told, told.id(), Joined.UNMERGED, told.data());
    }

    /** What happens to the case that carried its matter. */
    CaseEvent parted(Case merged, CaseEvent told) {
        return event(told, told.id() + PARTED, Joined.PARTED, Map.of(Joined.FROM, merged.id()));
    }

    /** The case that carries a matter on, or carried it until the event told. */
    static String carrier(Case merged, CaseEvent told) {
        List<String> carriers = merged.events().stream()
                .filter(event -> event.type().equals(Joined.MERGED))
                .map(event -> event.value(Joined.INTO))
                .toList();
        boolean known = merged.event(told.id()).isPresent();
        if (carriers.isEmpty() || (!known && Joined.into(merged).isEmpty())) {
            throw refused("NOT_MERGED", merged, "a case that was merged into another", "name the merged case");
        }
        return carriers.get(carriers.size() - 1);
    }

    /** Refuses a half merger: by itself neither event may happen to a case. */
    static void requireWhole(CaseEvent event) {
        if (List.of(Joined.MERGED, Joined.UNMERGED, Joined.JOINED, Joined.PARTED)
                .contains(event.type())) {
            throw InvalidInputException.of("HALF_A_MERGER", "event.type")
                    .value(event.type())
                    .rule("a merger touches two cases: by half of it limits would be lost")
                    .wayOut("use merge and unmerge")
                    .build();
        }
    }

    private static CaseEvent event(CaseEvent told, String id, String type, Map<String, Object> data) {
        return new CaseEvent(id, type, told.by(), told.person(), told.occurredAt(), told.recordedAt(), data);
    }

    private static InvalidInputException refused(String code, Case about, String rule, String wayOut) {
        return InvalidInputException.of(code, "case " + about.id())
                .value(about.state())
                .rule(rule)
                .wayOut(wayOut)
                .build();
    }
}
