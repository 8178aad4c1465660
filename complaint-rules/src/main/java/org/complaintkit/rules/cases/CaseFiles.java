package org.complaintkit.rules.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.pack.Faults;
import org.jspecify.annotations.Nullable;

/** Finds and reads files of worked cases. */
final class CaseFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_FILES = 1_000;
    private static final long MOST_TOGETHER = 64L << 20;

    private CaseFiles() {}

    /**
     * A file of the folder of cases.
     *
     * @param name without the folder
     * @param refused why it has no text; null where it has
     */
    record Found(String name, String text, @Nullable InvalidInputException refused) {}

    static List<PackCase> in(Path folder) {
        List<PackCase> cases = new ArrayList<>();
        found(folder).forEach(file -> cases.addAll(cases(file)));
        return List.copyOf(cases);
    }

    /**
     * The files of a pack that should hold cases, by name; what is there and cannot be read tells why. All are held at once,
     * so that those are not read with which they would be more than can be held.
     */
    static List<Found> found(Path folder) {
        return found(folder, MOST_TOGETHER);
    }

    static List<Found> found(Path folder, long most) {
        Path cases = folder.resolve("cases");
        List<Found> found = new ArrayList<>();
        long left = most;
        for (Path file : Files.isDirectory(cases) ? files(cases) : List.<Path>of()) {
            Found each = found(folder, file, left);
            found.add(each);
            left -= each.text().length();
        }
        return List.copyOf(found);
    }

    private static Found found(Path folder, Path file, long left) {
        String name = String.valueOf(file.getFileName());
        try {
            if (!isCases(name)) {
                throw unreadable(file, "a file whose name ends in .jsonl or .csv", null);
            }
            return new Found(name, text(folder, file, left), null);
        } catch (InvalidInputException e) {
            return new Found(name, "", e.at().isEmpty() ? e.at(name) : e);
        }
    }

    /** Its cases; one that tells why, if there are none to be had. */
    private static List<PackCase> cases(Found file) {
        if (file.refused() != null) {
            return List.of(PackCase.unusable(file.refused()));
        }
        try {
            return read(file.name(), file.text());
        } catch (InvalidInputException e) {
            return List.of(PackCase.unusable(e.at().isEmpty() ? e.at(file.name()) : e));
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.limit(MOST_FILES + 1L)
                    .filter(file -> !isNote(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
            if (files.size() > MOST_FILES) {
                throw unreadable(folder, "a folder of at most " + MOST_FILES + " files", null);
            }
            return files;
        } catch (IOException e) {
            throw unreadable(folder, "a folder that can be read", e);
        }
    }

    private static boolean isCases(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jsonl") || lower.endsWith(".csv");
    }

    /** What nobody takes for cases: notes about them, and what tools leave behind. */
    private static boolean isNote(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || name.endsWith("~") || lower.endsWith(".md") || lower.endsWith(".txt");
    }

    private static String text(Path folder, Path file, long left) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(folder.toRealPath()) || !Files.isRegularFile(real) || Files.size(real) > MOST_BYTES) {
                throw unreadable(file, "a plain file inside the pack, of at most " + MOST_BYTES + " bytes", null);
            }
            if (Files.size(real) > left) {
                throw unreadable(file, "files of together at most " + MOST_TOGETHER + " bytes", null);
            }
            String text = Files.readString(real, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(file, "text in UTF-8", e);
        } catch (IOException e) {
            throw unreadable(file, "a file that can be read", e);
        }
    }

    static boolean isTable(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    static List<PackCase> read(String name, String text) {
        List<PackCase> cases = new ArrayList<>();
        if (isTable(name)) {
            Faults faults = new Faults();
            CaseTable.read(name, text, faults).forEach(each -> cases.add(each.value()));
            faults.refuse(name);
            return List.copyOf(cases);
        }
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                cases.add(one(line, name + ":" + number));
            }
        }
        return List.copyOf(cases);
    }

    static PackCase one(String line, String at) {
        try {
            return new PackCase(at, object(line, at));
        } catch (InvalidInputException e) {
            return PackCase.unusable(e);
        }
    }

    private static JsonNode object(String line, String at) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.isObject()) {
                return node;
            }
            throw malformed(at);
        } catch (JsonProcessingException | NumberFormatException e) {
            throw malformed(at);
        }
    }

    static InvalidInputException malformed(String at) {
        return InvalidInputException.of("MALFORMED_JSON", "case")
                .rule("one JSON object a line")
                .wayOut("mend the line; the guide shows one")
                .at(at)
                .build();
    }

    private static InvalidInputException unreadable(Path file, String rule, @Nullable IOException cause) {
        return InvalidInputException.of("CASES_UNREADABLE", "file of cases")
                .value(file)
                .rule(rule)
                .wayOut("put files of cases into the folder cases of the pack, and nothing else but notes")
                .cause(cause)
                .build();
    }
}
