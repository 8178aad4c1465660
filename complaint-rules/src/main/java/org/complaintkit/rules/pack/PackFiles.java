package org.complaintkit.rules.pack;

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

    /** How the names of the files of worked cases begin, which lie in a folder of their own. */
    public static final String CASES = "cases/";

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

    /** The column of a table that tells its rows apart; of decision tables and others nothing. */
    public static String firstColumn(String table) {
        return switch (table) {
            case "clauses.csv", "deadlines.csv", "reports.csv", "escalations.csv", "retention.csv", "pauses.csv" ->
                "id";
            case "vocabulary.csv" -> "kind";
            case "marks.csv" -> "mark";
            case "roles.csv" -> "role";
            case "extensions.csv" -> "extends";
            case "duties.csv" -> "code";
            case "forms.csv" -> "form";
            case "lifecycle.csv" -> "from";
            case "precedence.csv" -> "answer";
            case "amounts.csv" -> "name";
            case "numbers.csv" -> "number";
            case "measures.csv" -> "cause";
            case "signals.csv" -> "signal";
            case "indicators.csv" -> "indicator";
            case "authority.csv" -> "act";
            default -> "";
        };
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
     * The text of a file without a byte order mark; empty if there is no such file, it is too large, it is not UTF-8 nor
     * what is saved in China instead, or nothing stands in it. All but the first are faults.
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
        Optional<String> text = FileText.read(file, bytes, faults).map(FileText::unmarked);
        if (text.filter(String::isBlank).isPresent()) {
            faults.add(FaultKind.FILE_EMPTY.told(), file, Position.WHOLE_FILE, "");
            return Optional.empty();
        }
        return text;
    }
}
