package org.complaintkit.rules;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.drools.GeneratedRules;
import org.complaintkit.rules.pack.Digest;
import org.complaintkit.rules.pack.PackFiles;

/**
 * What the compiler adds to a pack, so that running it needs no compiler: the generated classes, and a manifest that says
 * what they were made from and made for. The trees of the rules, from which citations are taken, are read from the source
 * each time: that costs less than to read them stored, and nobody can put others in their place. Immutable.
 */
record CompiledPack(GeneratedRules generated) {
    static final String MANIFEST = "manifest.json";
    static final String CLASSES = "classes.zip";

    /** Names of its files. */
    static final List<String> FILES = List.of(MANIFEST, CLASSES);

    private static final Map<String, Integer> MOST = Map.of(MANIFEST, 1 << 14, CLASSES, 64 << 20);

    /** Greatest size of one of its files. */
    static int most(String file) {
        return MOST.getOrDefault(file, 0);
    }

    /** Its files, for a pack with these sources. */
    Map<String, byte[]> files(PackFiles source) {
        byte[] classes = generated.archive();
        String manifest = CompiledManifest.text(source, Digest.of(Map.of(CLASSES, classes)));
        return Map.of(MANIFEST, manifest.getBytes(StandardCharsets.UTF_8), CLASSES, classes);
    }

    /**
     * Reads what a compiler stored; empty if nothing is stored, or it was made from other sources, for another version of
     * the engine, the facts or the format, so that the pack must be compiled anew.
     *
     * @throws InvalidInputException code {@code COMPILED_PACK_DAMAGED} if it was changed after it was compiled
     */
    static Optional<CompiledPack> read(StoredPack pack) {
        if (!pack.compiled().keySet().containsAll(FILES)) {
            return Optional.empty();
        }
        byte[] classes = pack.compiled().get(CLASSES);
        String digest = Digest.of(Map.of(CLASSES, classes));
        String manifest = CompiledManifest.text(pack.source(), digest);
        // Nearly always the very text: nothing that reads JSON is needed then.
        boolean fits = Arrays.equals(pack.compiled().get(MANIFEST), manifest.getBytes(StandardCharsets.UTF_8))
                || CompiledManifest.fits(pack, manifest, digest);
        return fits ? Optional.of(new CompiledPack(GeneratedRules.read(classes))) : Optional.empty();
    }
}
