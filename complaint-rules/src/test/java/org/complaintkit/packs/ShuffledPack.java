package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.rules.Packs;

/**
 * A shipped pack, compiled anew from a copy in which nothing stands where it stood: the files are written in another order,
 * the rules of a file have another order, and so have the rows of every table in which a place means nothing.
 */
final class ShuffledPack {
    /** Tables in which the first row that fits counts. */
    private static final Set<String> ORDERED = Set.of("lifecycle.csv", "precedence.csv");

    private static final String WORDS = ",WORDS,";

    private ShuffledPack() {}

    /** The pack alone; the caller closes it. */
    static Packs of(String pack, Random order) {
        return of(pack, order, name -> name.endsWith(".drl") || (name.endsWith(".csv") && !ORDERED.contains(name)));
    }

    /** The pack with its tables as they stand: an answer lists deadlines and duties in the order of their rows. */
    static Packs rulesOf(String pack, Random order) {
        return of(pack, order, name -> name.endsWith(".drl"));
    }

    private static Packs of(String pack, Random order, Predicate<String> shuffles) {
        try {
            Path folder = Files.createTempDirectory(pack.toLowerCase(Locale.ROOT));
            try {
                for (Path file : RccLives.shuffled(shipped(pack), order)) {
                    String name = String.valueOf(file.getFileName());
                    String text = Files.readString(file);
                    Files.writeString(folder.resolve(name), shuffles.test(name) ? shuffled(name, text, order) : text);
                }
                return Packs.folder(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shuffled(String name, String text, Random order) {
        return name.endsWith(".drl") ? rules(text, order) : rows(text, order);
    }

    private static String rules(String drl, Random order) {
        List<String> rules = Pattern.compile("(?ms)^rule \".*?^end$")
                .matcher(drl)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(rules).isNotEmpty();
        return String.join("\n\n", RccLives.shuffled(rules, order)) + "\n";
    }

    /** A row that gives a name to words stands before those that use the name. */
    private static String rows(String csv, Random order) {
        List<String> lines = csv.lines().toList();
        assertThat(lines)
                .as("a row a line")
                .allMatch(line -> line.chars().filter(c -> c == '"').count() % 2 == 0);
        List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
        List<String> named = rows.stream().filter(row -> row.contains(WORDS)).toList();
        rows.removeAll(named);
        return lines.get(0) + "\n" + String.join("\n", named) + "\n" + String.join("\n", RccLives.shuffled(rows, order))
                + "\n";
    }

    private static List<Path> shipped(String pack) throws IOException {
        String manifest = "/org/complaintkit/packs/" + pack.toLowerCase(Locale.ROOT) + "/pack.json";
        try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(ShuffledPack.class.getResource(manifest))
                        .toURI())
                .resolveSibling(""))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
