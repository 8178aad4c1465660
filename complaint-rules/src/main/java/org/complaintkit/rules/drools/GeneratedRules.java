package org.complaintkit.rules.drools;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.complaintkit.calendar.InvalidInputException;

/**
 * What Drools made of the rules of one pack: classes, and the names of those that are models. Immutable.
 *
 * @param models binary names of the model classes, one for each stage that has rules, sorted
 * @param classes bytes by path, in the order in which they came
 */
public record GeneratedRules(List<String> models, Map<String, byte[]> classes) {
    /** A pack without rules. */
    public static final GeneratedRules NONE = new GeneratedRules(List.of(), Map.of());

    private static final String MODELS = "models";
    private static final int MAX_ENTRIES = 100_000;
    private static final long MAX_BYTES = 64L << 20;
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    public GeneratedRules {
        models = models.stream().sorted().toList();
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    }

    /** Name under which Drools knows the rule of this index: what an author calls it never reaches generated code. */
    static String nameOf(int index) {
        return "R" + index;
    }

    /** As one archive; equal rules give equal bytes. */
    public byte[] archive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, MODELS, String.join("\n", models).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(classes).entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ANY_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /**
     * Reads an archive.
     *
     * @throws InvalidInputException if the bytes are no such archive, or one that unpacks to more than any pack needs
     */
    public static GeneratedRules read(byte[] archive) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        long left = MAX_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes((int) left);
                left -= content.length;
                if (classes.put(entry.getName(), content) != null) {
                    throw unreadable("the archive has an entry twice: " + entry.getName());
                }
                if (left <= 0 || classes.size() > MAX_ENTRIES) {
                    throw unreadable("the archive is too large");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e.toString());
        }
        byte[] models = classes.remove(MODELS);
        if (models == null) {
            throw unreadable("the archive names no models");
        }
        return new GeneratedRules(
                new String(models, StandardCharsets.UTF_8).lines().toList(), classes);
    }

    private static InvalidInputException unreadable(String reason) {
        return InvalidInputException.of("COMPILED_RULES", "compiled pack")
                .rule("an archive of classes: " + reason)
                .wayOut("compile the pack again")
                .build();
    }
}
