package org.complaintkit.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Joined;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.lifecycle.Persons;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Vocabulary;

/** The events of a merger, and what is refused. In which order they are written is said by {@link Mergers}. */
final class Merging {
    /** How much longer than the id of a host's event one may be that is made from it. */
    static final int ID_TAIL = 50;

    private static final String JOINED = "/joined";
    private static final String PARTED = "/parted";
    private static final String WITHDRAWN = "/withdrawn";

    /** What {@link #free} may put behind an id. */
    private static final Pattern NUMBERED = Pattern.compile("(/[0-9]+)?");

    private final Vocabulary vocabulary;

    Merging(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Refuses what cannot be merged. */
    void require(Case merged, Case into, CaseEvent told) {
        if (merged.id().equals(into.id())) {
            throw refused("MERGE_WITH_ITSELF", merged, "two cases", "name the case that carries the matter on");
        }
        requireCarrier(into);
        requireLeaving(merged, told);
    }

    /** Refuses a carrier on which no limit would run. */
    void requireCarrier(Case into) {
        if (Joined.into(into).isPresent() || vocabulary.marks(Mark.FILED, into.state())) {
            throw refused("MERGE_INTO_CLOSED", into, "a case that is neither merged nor archived", "name an open case");
        }
        if (vocabulary.marks(Mark.ANSWERED, into.state())) {
            throw refused(
                    "MERGE_INTO_ANSWERED",
                    into,
                    "a case that is not answered yet: no limit runs on it any more",
                    "merge the answered case into the open one, or link the open one as a repeat");
        }
    }

    /** Refuses to merge a case that cannot be. */
    void requireLeaving(Case merged, CaseEvent told) {
        if (withdrawn(merged, told.id())) {
            throw refused(
                    "MERGE_WITHDRAWN",
                    merged,
                    "a merger that was not taken back while it was under way",
                    "merge again under a new id");
        }
        if (Joined.into(merged).isPresent()) {
            throw refused("MERGE_TWICE", merged, "a case that stands alone", "let it stand alone again first");
        }
        if (vocabulary.marks(Mark.ANSWERED, merged.state()) || vocabulary.marks(Mark.FILED, merged.state())) {
            throw refused(
                    "MERGE_ANSWERED",
                    merged,
                    "a case that is not answered yet",
                    "link a complaint after the answer as a repeat");
        }
        if (Joined.carried(merged).stream()
                .anyMatch(joined -> joined.occurredAt().isAfter(told.occurredAt()))) {
            throw overtaken(merged);
        }
    }

    /** Refuses a carrier that did not take over each limit that ends the handling. */
    void requireCarried(Case merged, Outcome joined) {
        if (!joined.effective() || !Joined.carries(joined.now(), merged)) {
            throw refused(
                    "MERGE_LOSES_LIMIT",
                    joined.now(),
                    "a case with a clock of its own that can take over each limit that ends the handling of the other",
                    "classify it first, or let the other one carry the matter on");
        }
    }

    /** Refuses a merger that left the case as it was. */
    void requireLeft(Outcome left) {
        if (!left.effective() || !vocabulary.marks(Mark.MERGED, left.now().state())) {
            throw refused(
                    "MERGE_WITHOUT_EFFECT",
                    left.now(),
                    "a case that its table and the clauses of its packs let merge",
                    "let it carry the matter on itself");
        }
    }

    /** Refuses what is not merged. */
    static void requireMerged(Case merged) {
        if (Joined.into(merged).isEmpty()) {
            throw refused("NOT_MERGED", merged, "a case that was merged into another", "name the merged case");
        }
    }

    /** Refuses a parting that left the case as it was. */
    void requireAlone(Outcome parted) {
        Case now = parted.now();
        if (!parted.effective()
                || Joined.into(now).isPresent()
                || vocabulary.marks(Mark.MERGED, now.state())
                || vocabulary.marks(Mark.FILED, now.state())) {
            throw refused(
                    "NOT_MERGED",
                    now,
                    "a case that was merged when it parted, and runs on from there",
                    "correct the time of the event");
        }
    }

    /** Refuses limits, or a number of persons, that are not those which the carrier was told. */
    static void requireTold(CaseEvent joined, Case merged) {
        String count = joined.value(Joined.COUNT);
        if (!joined.values(Joined.LIMITS).equals(Joined.limits(merged))
                || !(count.isEmpty() || count.equals(Integer.toString(merged.complainantCount())))) {
            throw overtaken(merged);
        }
    }

    /** Refuses to go on with a merger that was begun under this id by an event that says something else. */
    static void requireSame(Case carrier, String merged, CaseEvent told) {
        if (begun(carrier, merged, told.id()).stream().anyMatch(joined -> !by(joined, told))) {
            throw Admission.otherContent("event.id", told.id());
        }
    }

    /** Whether a merger was begun by this event; what the carrier is told does not have all that it says. */
    static boolean by(CaseEvent joined, CaseEvent told) {
        return joined.by().equals(told.by())
                && joined.person().equals(told.person())
                && joined.occurredAt().equals(told.occurredAt());
    }

    /** Refuses to merge a case at which something happened meanwhile. */
    static InvalidInputException overtaken(Case merged) {
        return refused(
                "MERGE_OVERTAKEN",
                merged,
                "a case whose limits and persons at the time of the merger are known when it is merged",
                "merge again under a new id, at a time after what was recorded last");
    }

    /** What happens to the case that carries the matter on. */
    static CaseEvent joined(Case merged, Case into, Persons persons, CaseEvent told) {
        Map<String, Object> data = Map.of(
                Joined.FROM,
                merged.id(),
                Joined.LIMITS,
                Joined.limits(merged),
                Joined.PERSONS,
                persons.text(),
                Joined.COUNT,
                merged.complainantCount());
        return event(told, free(into, told.id() + JOINED), Joined.JOINED, data);
    }

    /** What a carrier has taken over by a merger, as far as it is in force. */
    static List<CaseEvent> begun(Case carrier, String merged, String merger) {
        return Joined.carried(carrier).stream()
                .filter(joined -> joined.value(Joined.FROM).equals(merged)
                        && merger(joined).equals(merger))
                .toList();
    }

    /** The id of the host's event by which a case was taken over. */
    static String merger(CaseEvent joined) {
        return joined.id().substring(0, Math.max(joined.id().lastIndexOf(JOINED), 0));
    }

    /** What happens to the case that is merged. */
    static CaseEvent merged(String into, CaseEvent told) {
        Map<String, Object> data = new TreeMap<>(told.data());
        data.put(Joined.INTO, into);
        return event(told, told.id(), Joined.MERGED, data);
    }

    /** What happens to the case that was merged and stands alone again. */
    static CaseEvent unmerged(CaseEvent told) {
        return event(told, told.id(), Joined.UNMERGED, told.data());
    }

    /** What happens to the case that carried its matter. */
    static CaseEvent parted(Case carrier, CaseEvent told, List<CaseEvent> ended) {
        List<String> ids = ended.stream().map(CaseEvent::id).toList();
        Map<String, Object> data = Map.of(Joined.FROM, ended.get(0).value(Joined.FROM), Joined.ENDS, ids);
        return event(told, free(carrier, told.id() + PARTED), Joined.PARTED, data);
    }

    /** What happens to a case when a merger that was under way is taken back: from then on it cannot be merged by it. */
    static CaseEvent withdrawal(Case merged, CaseEvent joined) {
        String id = free(merged, merger(joined) + WITHDRAWN);
        return event(joined, id, Joined.PARTED, Map.of(Joined.FROM, merged.id()));
    }

    /** Whether a merger was taken back. */
    static boolean withdrawn(Case merged, String merger) {
        String id = merger + WITHDRAWN;
        return merged.events().stream()
                .filter(event ->
                        event.type().equals(Joined.PARTED) && event.id().startsWith(id))
                .anyMatch(event -> NUMBERED.matcher(event.id())
                        .region(id.length(), event.id().length())
                        .matches());
    }

    /** Whether an event is one that we make from a host's. */
    static boolean derived(CaseEvent event) {
        return event.type().equals(Joined.JOINED) || event.type().equals(Joined.PARTED);
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

    /** The host's ids are told apart within a case only: two cases may be merged into one by events of one id. */
    private static String free(Case of, String id) {
        return of.event(id).isEmpty()
                ? id
                : IntStream.iterate(2, n -> n + 1)
                        .mapToObj(n -> id + "/" + n)
                        .filter(each -> of.event(each).isEmpty())
                        .findFirst()
                        .orElseThrow();
    }

    /** What is made of an event that we made ourselves is news: when that one was learned of is not when this one is. */
    private static CaseEvent event(CaseEvent told, String id, String type, Map<String, Object> data) {
        Instant recorded = derived(told) ? told.occurredAt() : told.recordedAt();
        return new CaseEvent(id, type, told.by(), told.person(), told.occurredAt(), recorded, data);
    }

    private static InvalidInputException refused(String code, Case about, String rule, String wayOut) {
        return InvalidInputException.of(code, "case " + about.id())
                .value(about.state())
                .rule(rule)
                .wayOut(wayOut)
                .build();
    }
}
