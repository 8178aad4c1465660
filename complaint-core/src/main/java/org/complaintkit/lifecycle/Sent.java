package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.duty.Notice;
import org.jspecify.annotations.Nullable;

/**
 * What had left a case by a moment and is on it though its events do not ask for it: something told late showed that it need
 * not have left. A fold of the events does not bring it about; whoever looks back must be told of it all the same.
 */
final class Sent {
    private static final Comparator<CaseEvent> AS_TOLD = Comparator.comparing(CaseEvent::recordedAt);

    private final Lifecycle lifecycle;
    private final Case value;
    private final Instant known;

    /**
     * What had left by a moment of knowledge.
     *
     * @param known {@link Instant#MAX} for all that is known
     */
    Sent(Lifecycle lifecycle, Case value, Instant known) {
        this.lifecycle = lifecycle;
        this.value = value;
        this.known = known;
    }

    /** Adds it to a draft of the case as it stood at a moment. */
    void addTo(Draft draft, Instant owed) {
        Set<String> sent = keys(draft, owed);
        value.escalations().stream()
                .filter(each -> sent.contains(each.key()))
                .forEach(each -> draft.escalations.put(each.key(), each));
        value.warnings().stream()
                .filter(each -> sent.contains(each.key()))
                .forEach(each -> draft.warnings.put(each.key(), each));
        value.duties().stream()
                .filter(each -> sent.contains(each.key()))
                .forEach(each -> draft.duties.put(each.key(), each.asOf(owed)));
    }

    private Set<String> keys(Draft draft, Instant owed) {
        Set<String> sent = new HashSet<>();
        for (Notice notice : value.notices()) {
            if (!notice.at().isAfter(owed) && !notice.at().isAfter(known)) {
                sent.add(notice.key());
            }
        }
        sent.removeAll(keys(draft));
        if (!sent.isEmpty()
                && value.events().stream().anyMatch(event -> event.recordedAt().isAfter(known))) {
            sent.removeAll(later(owed));
        }
        return sent;
    }

    /**
     * What had left only by what was told after the moment of knowledge, or only after the moment that is looked at: the case
     * once more, in the order in which it was told.
     */
    private Set<String> later(Instant owed) {
        Case now = lifecycle.received(value);
        @Nullable Case then = null;
        List<CaseEvent> events = new ArrayList<>(value.events());
        events.removeIf(event -> event.type().equals(CaseEvent.RECEIVED));
        events.sort(AS_TOLD);
        for (CaseEvent event : events) {
            if (then == null && event.recordedAt().isAfter(known)) {
                then = lifecycle.advance(now, known).now();
            }
            Instant at = event.recordedAt().isAfter(value.advancedTo()) ? value.advancedTo() : event.recordedAt();
            now = lifecycle.handle(lifecycle.advance(now, at).now(), event).now();
        }
        Set<String> later = new HashSet<>();
        lifecycle.advance(now, value.advancedTo()).now().notices().forEach(notice -> later.add(notice.key()));
        if (then == null) {
            return Set.of();
        }
        then.notices().stream()
                .filter(notice -> !notice.at().isAfter(owed))
                .forEach(notice -> later.remove(notice.key()));
        return later;
    }

    private static Set<String> keys(Draft draft) {
        Set<String> keys = new HashSet<>();
        Stream.of(draft.escalations, draft.warnings, draft.duties).forEach(each -> keys.addAll(each.keySet()));
        return keys;
    }
}
