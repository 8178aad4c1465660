package org.complaintkit.examples.quickstart.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.complaintkit.lifecycle.CaseEvent;

/** Collects the events of one case and numbers them in the order in which they happened. Not thread-safe. */
final class Diary {
    private final String caseId;
    private final List<CaseEvent> events = new ArrayList<>();

    Diary(String caseId) {
        this.caseId = caseId;
    }

    void note(Instant at, String type, String by, String person, Map<String, Object> data) {
        events.add(new CaseEvent("", type, by, person, at, at, data));
    }

    void note(Instant at, String type, String by, String person) {
        note(at, type, by, person, Map.of());
    }

    List<CaseEvent> events() {
        List<CaseEvent> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparing(CaseEvent::occurredAt));
        List<CaseEvent> numbered = new ArrayList<>();
        for (CaseEvent event : sorted) {
            numbered.add(new CaseEvent(
                    caseId + "/" + (numbered.size() + 1),
                    event.type(),
                    event.by(),
                    event.person(),
                    event.occurredAt(),
                    event.recordedAt(),
                    event.data()));
        }
        return numbered;
    }
}
