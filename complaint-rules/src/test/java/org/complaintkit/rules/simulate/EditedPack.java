package org.complaintkit.rules.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.rules.Packs;

/** The first of our packs with the edits of a policy officer. */
final class EditedPack {
    static final Path RCC = Path.of("src/main/resources/org/complaintkit/packs/rcc");

    private final Path folder;

    private EditedPack(Path folder) {
        this.folder = folder;
    }

    static EditedPack in(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(RCC)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return new EditedPack(folder).edited("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
    }

    EditedPack edited(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        if (text.indexOf(from) < 0 || text.indexOf(from) != text.lastIndexOf(from)) {
            throw new IllegalArgumentException(from + " does not occur once in " + file);
        }
        Files.writeString(folder.resolve(file), text.replace(from, to));
        return this;
    }

    Packs load() {
        return Packs.folder(folder);
    }

    /** The worked cases of the pack that are about cases. */
    static List<String> lines() throws IOException {
        return Files.readAllLines(RCC.resolve("cases/cases.jsonl")).stream()
                .filter(line -> !line.isBlank() && !line.contains("\"kind\": \"REPORT\""))
                .toList();
    }
}
