package org.complaintkit.packs;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.complaintkit.rules.PackCompiler;
import org.complaintkit.rules.Packs;

/** The one table of the packs that simulations run over: all that this project ships, by id. */
final class ShippedPacks {
    private ShippedPacks() {}

    /** The first of the ids, sorted; all of them if there are fewer. */
    static List<String> first(int most) {
        try (Packs packs = Packs.shipped()) {
            return new TreeSet<>(packs.ids()).stream().limit(most).toList();
        }
    }

    /** The folder of a pack in the class path, compiled. */
    private static Path folder(String id) {
        String resource = "/org/complaintkit/packs/" + id.toLowerCase(Locale.ROOT) + "/pack.json";
        try {
            URI manifest = Packs.class.getResource(resource).toURI();
            return Path.of(manifest).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy of a pack as another version of it, compiled, in a folder of its own. */
    static Path version(String id, String version, Path parent) throws IOException {
        Path copy = Files.createDirectories(parent.resolve(id + "-" + version));
        try (var files = Files.list(folder(id))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        Path manifest = copy.resolve("pack.json");
        String text = Files.readString(manifest, StandardCharsets.UTF_8);
        Files.writeString(manifest, text.replaceFirst("\"version\": *\"[^\"]+\"", "\"version\": \"" + version + "\""));
        PackCompiler.compile(copy);
        return copy;
    }
}
