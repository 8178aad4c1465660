package org.complaintkit.rules;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.drools.DroolsVersion;
import org.complaintkit.rules.pack.JsonTree;
import org.complaintkit.rules.pack.PackFiles;
import org.jspecify.annotations.Nullable;

/** The manifest of a compiled pack: what it was made from and made for. Stateless. */
final class CompiledManifest {
    private static final int FORMAT = 2;

    private CompiledManifest() {}

    private static final class Json {
        private static final JsonFactory FACTORY = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(10)
                        .maxStringLength(1_000)
                        .maxNumberLength(50)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();

        private static @Nullable Object read(byte[] text) throws IOException {
            try (JsonParser parser = FACTORY.createParser(text)) {
                return JsonTree.next(parser);
            }
        }
    }

    /** The manifest that a compiler would write now: version of the engine and fingerprints are plain words. */
    static String text(PackFiles source, String compiledDigest) {
        return "{\n  \"format\" : " + FORMAT
                + ",\n  \"drools\" : \"" + DroolsVersion.running()
                + "\",\n  \"facts\" : \"" + FactsDigest.VALUE
                + "\",\n  \"source\" : \"" + source.digest()
                + "\",\n  \"compiled\" : \"" + compiledDigest
                + "\"\n}\n";
    }

    /**
     * Whether the manifest of a pack says the same as the one that it should have, in whatever spelling.
     *
     * @throws InvalidInputException code {@code COMPILED_PACK_DAMAGED} if what lies beside it was changed since
     */
    static boolean fits(StoredPack pack, String manifest, String compiledDigest) {
        try {
            Object stored = Json.read(pack.compiled().get(CompiledPack.MANIFEST));
            Map<?, ?> fields = stored instanceof Map<?, ?> object ? object : Map.of();
            if (!String.valueOf(FORMAT).equals(String.valueOf(fields.get("format")))) {
                return false;
            }
            if (!compiledDigest.equals(fields.get("compiled"))) {
                throw damaged(pack, "its parts are not those that its manifest was written for");
            }
            return fields.equals(Json.read(manifest.getBytes(StandardCharsets.UTF_8)));
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
