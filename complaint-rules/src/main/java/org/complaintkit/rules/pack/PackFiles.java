package org.complaintkit.rules.pack;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.decision.Stage;

/**
 * The files of one pack as they were read: name to bytes, in the order of the names. Immutable and thread-safe.
 */
public final class PackFiles {
    /** Greatest size of one file. */
    public static final int MAX_BYTES = 1 << 20;

    /** The file without which there is no pack. */
    public static final String MANIFEST = "pack.json";

    private static final char REPLACED = '\uFFFD';

    private static final List<String> TABLES = List.of(
            "clauses.csv",
            "vocabulary.csv",
            "marks.csv",
            "roles.csv",
            "deadlines.csv",
            "extensions.csv",
            "reports.csv",
            "escalations.csv",
            "duties.csv",
            "forms.csv",
            "lifecycle.csv",
            "precedence.csv",
            "amounts.csv",
            "numbers.csv",
            "measures.csv",
            "signals.csv",
            "indicators.csv",
            "authority.csv",
            "retention.csv",
            "pauses.csv");

    private final String name;
    private final Map<String, byte[]> content;

    private PackFiles(String name, Map<String, byte[]> content) {
        this.name = name;
        this.content = content;
    }

    /**
     * Wraps files that were read.
     *
     * @param name what the pack is called before its manifest is read, such as its folder
     */
    public static PackFiles of(String name, Map<String, byte[]> content) {
        Map<String, byte[]> copy = new TreeMap<>();
        content.forEach((file, bytes) -> copy.put(file, bytes.clone()));
        return new PackFiles(name, Collections.unmodifiableMap(copy));
    }

    /** Every name that a file of a pack may have, in the order in which an author meets them. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(MANIFEST);
        names.addAll(TABLES);
        for (Stage stage : Stage.values()) {
            Arrays.stream(RuleForm.values()).map(form -> form.file(stage)).forEach(names::add);
        }
        return names;
    }

    /** What the pack is called: folder or resource. */
    public String name() {
        return name;
    }

    /** The id that the manifest gives the pack, before anything is checked; empty where it gives none that can be read. */
    public String id() {
        Faults untold = new Faults();
        return text(MANIFEST, untold)
                .flatMap(text -> JsonFile.read(MANIFEST, text, untold))
                .map(json -> json.root() instanceof Map<?, ?> fields && fields.get("id") instanceof String id ? id : "")
                .orElse("");
    }

    public Set<String> files() {
        return content.keySet();
    }

    public boolean has(String file) {
        return content.containsKey(file);
    }

    /** A copy of the bytes; empty if there is no such file. */
    public Optional<byte[]> bytes(String file) {
        return Optional.ofNullable(content.get(file)).map(byte[]::clone);
    }

    /** SHA-256 over names and bytes of all files, hexadecimal. */
    public String digest() {
        return Digest.of(content);
    }

    /**
     * The text of a file without a byte order mark; empty if there is no such file, it is too large or it is not UTF-8.
     * The last two are faults.
     */
    public Optional<String> text(String file, Faults faults) {
        byte[] bytes = content.get(file);
        if (bytes == null) {
            return Optional.empty();
        }
        if (bytes.length > MAX_BYTES) {
            faults.add(FaultKind.FILE_TOO_LARGE.told(MAX_BYTES), file, Position.WHOLE_FILE, bytes.length + " bytes");
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACED) < 0 || decodes(file, bytes, faults)
                ? Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text)
                : Optional.empty();
    }

    /** Whether a text has the sign that stands for what cannot be decoded because its author wrote it. */
    private static boolean decodes(String file, byte[] bytes, Faults faults) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in);
            return true;
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            faults.add(FaultKind.NOT_UTF_8.told(), file, new Position(line, 0), "");
            return false;
        }
    }
}
