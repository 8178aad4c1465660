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
import org.jspecify.annotations.Nullable;

/** Finds and reads files of worked cases. */
final class CaseFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_FILES = 1_000;

    private CaseFiles() {}

    static List<PackCase> in(Path folder) {
        Path cases = folder.resolve("cases");
        List<PackCase> found = new ArrayList<>();
        if (Files.isDirectory(cases)) {
            files(cases).forEach(file -> found.addAll(read(String.valueOf(file.getFileName()), text(folder, file))));
        }
        return List.copyOf(found);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.limit(MOST_FILES)
                    .filter(file -> isCases(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, "a folder that can be read", e);
        }
    }

    private static boolean isCases(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (lower.endsWith(".jsonl") || lower.endsWith(".csv"));
    }

    private static String text(Path folder, Path file) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(folder.toRealPath()) || !Files.isRegularFile(real) || Files.size(real) > MOST_BYTES) {
                throw unreadable(file, "a plain file inside the pack, of at most " + MOST_BYTES + " bytes", null);
            }
            String text = Files.readString(real, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(file, "text in UTF-8", e);
        } catch (IOException e) {
            throw unreadable(file, "a file that can be read", e);
        }
    }

    static List<PackCase> read(String name, String text) {
        if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return CaseTable.read(name, text);
        }
        List<PackCase> cases = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                cases.add(new PackCase(name + ":" + number, object(line, name + ":" + number)));
            }
        }
        return List.copyOf(cases);
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
                .wayOut("put the file itself into the folder cases of the pack")
                .cause(cause)
                .build();
    }
}
