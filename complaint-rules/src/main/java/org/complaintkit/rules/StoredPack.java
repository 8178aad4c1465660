package org.complaintkit.rules;

import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.rules.pack.PackFiles;
import org.complaintkit.rules.trust.PackStatement;
import org.complaintkit.rules.trust.TrustList;
import org.jspecify.annotations.Nullable;

/**
 * A pack as it lies in a folder or on the class path.
 *
 * @param source what its author wrote
 * @param compiled what the compiler added, by name; empty if it was not compiled
 * @param signature who vouches for both, as it was read; null if nobody
 * @param shipped whether it comes with the code of this project, from the same place
 */
record StoredPack(
        PackFiles source,
        Map<String, byte[]> compiled,
        @Nullable String signature,
        boolean shipped) {
    /** Folder inside the pack for what the compiler adds. */
    static final String COMPILED = "compiled";

    StoredPack {
        compiled = Map.copyOf(compiled);
    }

    /** Everything that is read when the pack is loaded, by its name within the pack. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        source.files().forEach(file -> files.put(file, source.bytes(file).orElseThrow()));
        compiled.forEach((file, bytes) -> files.put(COMPILED + "/" + file, bytes));
        return files;
    }

    PackStatement verify(TrustList trusted) {
        return trusted.verify(source.name(), signature, files());
    }
}
