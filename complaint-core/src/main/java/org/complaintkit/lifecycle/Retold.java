package org.complaintkit.lifecycle;

import java.time.Instant;
import org.complaintkit.decision.Reason;
import org.complaintkit.duty.Escalation;
import org.complaintkit.duty.Notice;
import org.complaintkit.policy.PackVersion;
import org.jspecify.annotations.Nullable;

/**
 * What is told again of a limit that has moved since: people are warned before a later one as before the first, and once of
 * each; an escalation is told once, and that its limit passed a second time is a reason on the case and leaves it not.
 */
final class Retold {
    /** What a reason answers that says of an escalation that its trigger came true once more. */
    private static final String AGAIN = "escalateAgain";

    private Retold() {}

    /** The key of a warning of a limit: the first one's, unless that was given, and all there are, for earlier limits. */
    static String key(Draft draft, String first, Instant limit) {
        Notice given = draft.warnings.get(first);
        if (given == null || !later(limit, given)) {
            return first;
        }
        boolean known = draft.warnings.values().stream()
                .anyMatch(each -> each.key().startsWith(first + "/") && !later(limit, each));
        return known ? first : again(first, limit);
    }

    private static String again(String first, Instant limit) {
        return first + "/" + limit;
    }

    private static boolean later(@Nullable Instant limit, Notice warned) {
        return limit != null && warned.by() != null && limit.isAfter(warned.by());
    }

    /** Keeps a warning that was sent; one that a fold anew gives in its place, of a later limit, is another. */
    static void keep(Draft draft, Notice sent) {
        Notice folded = draft.warnings.putIfAbsent(sent.key(), sent);
        if (folded == null || !later(folded.by(), sent)) {
            return;
        }
        draft.warnings.put(sent.key(), sent);
        Instant limit = folded.by();
        if (limit != null && limit.isAfter(draft.now)) {
            String key = again(sent.key(), limit);
            draft.warnings.putIfAbsent(
                    key,
                    new Notice(
                            key,
                            folded.kind(),
                            folded.caseId(),
                            folded.pack(),
                            folded.code(),
                            folded.to(),
                            folded.clause(),
                            folded.at(),
                            limit));
        }
    }

    /** Keeps an escalation that was sent, with the moment at which it fired first. */
    static void keep(Draft draft, Escalation sent) {
        Escalation folded = draft.escalations.putIfAbsent(sent.key(), sent);
        if (folded != null && limited(draft, sent) && second(sent, folded.trigger(), folded.firedAt())) {
            draft.escalations.put(sent.key(), sent);
            draft.packs.stream()
                    .filter(pack -> pack.id().equals(sent.pack()))
                    .map(PackVersion::label)
                    .forEach(label -> again(draft, sent, folded.trigger(), folded.firedAt(), label));
        }
    }

    /** Notes, once, that a limit has passed again whose passing was told. */
    static void again(Draft draft, Escalation told, String trigger, Instant at, String label) {
        if (second(told, trigger, at)) {
            Reason reason =
                    new Reason(AGAIN, told.id(), trigger + " again at " + at, told.clause(), told.basis(), label);
            if (!draft.reasons.contains(reason)) {
                draft.reasons.add(reason);
            }
        }
    }

    private static boolean second(Escalation told, String trigger, Instant at) {
        return told.trigger().equals(trigger) && at.isAfter(told.firedAt());
    }

    /** Whether the trigger is a limit, which has a moment of its own. */
    private static boolean limited(Draft draft, Escalation sent) {
        return draft.deadlines.values().stream()
                .anyMatch(each -> each.pack().equals(sent.pack()) && each.id().equals(sent.trigger()));
    }
}
