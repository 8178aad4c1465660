package org.complaintkit.rules;

import java.util.Map;
import org.complaintkit.rules.pack.PackFiles;

/**
 * A pack as it lies in a folder or on the class path.
 *
 * @param source what its author wrote
 * @param compiled what the compiler added, by name; empty if it was not compiled
 */
record StoredPack(PackFiles source, Map<String, byte[]> compiled) {
    /** Folder inside the pack for what the compiler adds. */
    static final String COMPILED = "compiled";

    StoredPack {
        compiled = Map.copyOf(compiled);
    }
}
