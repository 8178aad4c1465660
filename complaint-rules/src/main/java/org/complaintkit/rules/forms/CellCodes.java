package org.complaintkit.rules.forms;

import java.util.Optional;
import java.util.Set;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;

/** Looks up what the cells of a decision table call codes, and remembers whether a row had a fault. Not thread-safe. */
final class CellCodes {
    private final String file;
    private final CodeNames names;
    private final Faults faults;
    private boolean faulty;

    CellCodes(String file, CodeNames names, Faults faults) {
        this.file = file;
        this.names = names;
        this.faults = faults;
    }

    /** Begins a row. */
    void begin() {
        faulty = false;
    }

    /** Notes a fault that was told already. */
    void fail() {
        faulty = true;
    }

    boolean faulty() {
        return faulty;
    }

    void fault(Told told, Position at, String text) {
        faulty = true;
        faults.add(told, file, at, text);
    }

    /** The code that a text means. Where the pack has no code of the kind at all, the text: its check is not ours. */
    Optional<String> code(String kind, String text, Position at) {
        if (names.all(kind).isEmpty()) {
            return Optional.of(text);
        }
        Set<String> found = names.find(kind, text);
        if (found.size() == 1) {
            return Optional.of(found.iterator().next());
        }
        fault(
                found.isEmpty()
                        ? FaultKind.UNKNOWN_LABEL.told(kind).near(text, names.all(kind))
                        : FaultKind.LABEL_AMBIGUOUS.told(text, String.join(", ", found)),
                at,
                text);
        return Optional.empty();
    }

    /** An event by its code or label; anything else is a pattern. */
    Optional<String> event(String text, Position at) {
        Set<String> found = names.find("EVENT", text);
        if (found.size() > 1) {
            return code("EVENT", text, at);
        }
        return Optional.of(found.isEmpty() ? text : found.iterator().next());
    }
}
