package org.complaintkit.rules;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
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
 * @param signature who vouches for all of it, as it was read; null if nobody
 * @param beside what is shipped with it and never read to run it: worked cases, README, licence
 * @param shipped whether it comes with the code of this project, from the same place
 */
record StoredPack(
        PackFiles source,
        Map<String, byte[]> compiled,
        @Nullable String signature,
        Beside beside,
        boolean shipped) {
    /** Folder inside the pack for what the compiler adds. */
    static final String COMPILED = "compiled";

    /** Files that only a signature looks at. */
    @FunctionalInterface
    interface Beside {
        /**
         * Their digests by name, looked at now.
         *
         * @param signed names for which to look where files cannot be listed, as on a class path
         */
        Map<String, String> digests(Set<String> signed);
    }

    StoredPack {
        compiled = Map.copyOf(compiled);
    }

    /** Digests of all files of the pack by their names within it; what runs is looked at as it was read, not once more. */
    SortedMap<String, String> digests(Set<String> signed) {
        SortedMap<String, String> digests = new TreeMap<>(beside.digests(signed));
        for (String file : source.files()) {
            digests.put(file, PackStatement.digest(source.bytes(file).orElseThrow()));
        }
        compiled.forEach((file, bytes) -> digests.put(COMPILED + "/" + file, PackStatement.digest(bytes)));
        return digests;
    }

    /** Whether a file is read to run a pack, or says who vouches for it. */
    static boolean runs(String file) {
        return PackFiles.names().contains(file) || file.equals(PackStatement.FILE) || compiled(file);
    }

    private static boolean compiled(String file) {
        return file.startsWith(COMPILED + "/") && CompiledPack.FILES.contains(file.substring(COMPILED.length() + 1));
    }

    PackStatement verify(TrustList trusted) {
        PackStatement statement = trusted.signed(source.name(), signature);
        statement.requireUnchanged(source.name(), digests(statement.digests().keySet()));
        return statement;
    }
}
