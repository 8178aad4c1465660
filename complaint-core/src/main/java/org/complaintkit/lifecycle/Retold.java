package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.deadline.Deadline;
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

    /** The key of the first warning: of a row, an occurrence and a moment before the limit, whatever that is by now. */
    private static String first(Notice sent) {
        String limit = "/" + sent.by();
        return sent.key().endsWith(limit) ? sent.key().substring(0, sent.key().length() - limit.length()) : sent.key();
    }

    private static boolean later(@Nullable Instant limit, Notice warned) {
        return limit != null && warned.by() != null && limit.isAfter(warned.by());
    }

    /**
     * Keeps the warnings that were sent; one that a fold anew gives in the place of one, of a later limit, is another. Of a
     * limit that is not later than all that people were warned of they are not warned anew.
     */
    static void keep(Draft draft, List<Notice> warnings) {
        warnings.forEach(sent -> keep(draft, sent));
        for (Notice sent : warnings) {
            draft.warnings
                    .values()
                    .removeIf(each -> !warnings.contains(each)
                            && each.key().startsWith(first(sent) + "/")
                            && !later(each.by(), sent));
        }
    }

    private static void keep(Draft draft, Notice sent) {
        Notice folded = draft.warnings.put(sent.key(), sent);
        if (folded == null || !later(folded.by(), sent)) {
            return;
        }
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
        List<Instant> moments = moments(draft, told).toList();
        // The clock that fired it may fire it twice of itself, by a warning and by its breach.
        if (second(told, trigger, at)
                && !moments.contains(told.firedAt())
                && Stream.concat(Stream.of(at), moments.stream())
                        .map(each -> reason(told, each, label))
                        .noneMatch(draft.reasons::contains)) {
            draft.reasons.add(reason(told, at, label));
        }
    }

    private static Reason reason(Escalation told, Instant at, String label) {
        return new Reason(AGAIN, told.id(), told.trigger() + " again at " + at, told.clause(), told.basis(), label);
    }

    private static boolean second(Escalation told, String trigger, Instant at) {
        return told.trigger().equals(trigger) && at.isAfter(told.firedAt());
    }

    /** When the clocks that fired an escalation do so, as they stand: those of all rows of a code, and all occurrences. */
    private static Stream<Instant> moments(Draft draft, Escalation told) {
        return draft.deadlines.values().stream()
                .filter(each -> each.pack().equals(told.pack()) && each.id().equals(told.trigger()))
                .flatMap(each -> moments(each, told.id()));
    }

    private static Stream<Instant> moments(Deadline deadline, String escalation) {
        Stream<Instant> warnings =
                deadline.rule().onWarning().contains(escalation) ? deadline.warnAt().stream() : Stream.empty();
        return deadline.rule().onBreach().contains(escalation)
                ? Stream.concat(warnings, Stream.of(deadline.lateFrom()))
                : warnings;
    }

    /** Whether the trigger is a limit, which has a moment of its own. */
    private static boolean limited(Draft draft, Escalation sent) {
        return draft.deadlines.values().stream()
                .anyMatch(each -> each.pack().equals(sent.pack()) && each.id().equals(sent.trigger()));
    }
}
