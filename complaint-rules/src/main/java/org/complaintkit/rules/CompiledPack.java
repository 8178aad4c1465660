package org.complaintkit.rules;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.drools.DroolsVersion;
import org.complaintkit.rules.drools.GeneratedRules;
import org.complaintkit.rules.pack.Digest;
import org.complaintkit.rules.pack.JsonTree;
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

    private static final int FORMAT = 2;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10)
                    .maxStringLength(1_000)
                    .maxNumberLength(50)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Greatest size of one of its files. */
    static int most(String file) {
        return MOST.getOrDefault(file, 0);
    }

    /** Its files, for a pack with these sources. */
    Map<String, byte[]> files(PackFiles source) {
        byte[] classes = generated.archive();
        String manifest = manifest(source, Digest.of(Map.of(CLASSES, classes))).toPrettyString() + "\n";
        return Map.of(MANIFEST, manifest.getBytes(StandardCharsets.UTF_8), CLASSES, classes);
    }

    private static ObjectNode manifest(PackFiles source, String compiledDigest) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("format", FORMAT);
        manifest.put("drools", DroolsVersion.running());
        manifest.put("facts", FactsDigest.VALUE);
        manifest.put("source", source.digest());
        manifest.put("compiled", compiledDigest);
        return manifest;
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
        JsonNode stored = stored(pack);
        if (stored.path("format").asInt() != FORMAT) {
            return Optional.empty();
        }
        if (!stored.path("compiled").asText().equals(digest)) {
            throw damaged(pack, "its parts are not those that its manifest was written for");
        }
        if (!stored.equals(manifest(pack.source(), digest))) {
            return Optional.empty();
        }
        return Optional.of(new CompiledPack(GeneratedRules.read(classes)));
    }

    private static JsonNode stored(StoredPack pack) {
        try (JsonParser parser = JSON.createParser(pack.compiled().get(MANIFEST))) {
            return JsonTree.next(parser);
        } catch (IOException e) {
            throw damaged(pack, "its manifest is no JSON");
        }
    }

    private static InvalidInputException damaged(StoredPack pack, String reason) {
        return InvalidInputException.of(
                        "COMPILED_PACK_DAMAGED", "pack " + pack.source().name())
                .rule("the compiled part is as the compiler left it, but " + reason)
                .wayOut("compile the pack again, or get it anew from whoever ships it")
                .build();
    }
}
