package org.complaintkit.examples.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.drools.DroolsRuleBook;
import picocli.CommandLine.Option;

/** Packs from folders, beside those on the class path; of two with one id that of the folder counts, and all of folders. */
final class PackFolders implements AutoCloseable {
    private static final String MANIFEST = "pack.json";
    private static final int MOST = 1_000;

    private final List<Packs> loaded = new ArrayList<>();
    private final List<Packs> aside = new ArrayList<>();
    private final Map<String, Packs> builtIn = new HashMap<>();

    @Option(
            names = "--packs",
            paramLabel = "DIR",
            description = "A pack, or a folder of packs, to use beside those built in; may be repeated.")
    private List<Path> folders = new ArrayList<>();

    /** The rule book of a pack. */
    DroolsRuleBook get(String id) {
        load();
        for (Packs packs : loaded) {
            if (packs.ids().contains(id)) {
                return packs.get(id);
            }
        }
        return builtIn.computeIfAbsent(id, PackFolders::builtIn).get(id);
    }

    /** The rule books of a pack: every version that comes in a folder, else the one that is built in. */
    List<RuleBook> versions(String id) {
        load();
        List<RuleBook> versions = loaded.stream()
                .filter(packs -> packs.ids().contains(id))
                .<RuleBook>map(packs -> packs.get(id))
                .toList();
        return versions.isEmpty() ? List.of(get(id)) : versions;
    }

    /** The rule book that a folder holds, or that has an id. */
    DroolsRuleBook named(String named) {
        Optional<Path> folder = folder(named);
        if (folder.isEmpty()) {
            return get(named);
        }
        Packs packs = Packs.folder(folder.get());
        aside.add(packs);
        return packs.get(packs.ids().iterator().next());
    }

    /** What is named, if it lies in the file system. */
    static Optional<Path> folder(String named) {
        try {
            return Optional.of(Path.of(named)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Puts a pack before all others. */
    void add(Packs packs) {
        load();
        loaded.add(0, packs);
    }

    /** Loads those of all folders but one, which may have faults. */
    void loadBeside(Path one) {
        load(pack -> !isSame(pack, one));
    }

    private void load() {
        load(pack -> true);
    }

    private void load(Predicate<Path> wanted) {
        while (!folders.isEmpty()) {
            Path folder = folders.remove(0);
            packsIn(folder).stream().filter(wanted).forEach(pack -> loaded.add(Packs.folder(pack)));
        }
    }

    private static boolean isSame(Path pack, Path other) {
        try {
            return Files.isSameFile(pack, other);
        } catch (IOException e) {
            return false; // What is not there is told where it is read.
        }
    }

    private static List<Path> packsIn(Path folder) {
        if (Files.exists(folder.resolve(MANIFEST)) || !Files.isDirectory(folder)) {
            return List.of(folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> packs = entries.limit(MOST)
                    .filter(entry -> Files.exists(entry.resolve(MANIFEST)))
                    .sorted()
                    .toList();
            return packs.isEmpty() ? List.of(folder) : packs;
        } catch (IOException e) {
            throw InvalidInputException.of("PACK_FOLDER", "--packs")
                    .value(folder)
                    .rule("a folder that can be read")
                    .wayOut("check the path and the rights")
                    .cause(e)
                    .build();
        }
    }

    /** The one pack alone: a command waits for no pack that it does not need. */
    private static Packs builtIn(String id) {
        return Packs.onClassPath(PackFolders.class.getClassLoader(), Set.of(id));
    }

    @Override
    public void close() {
        loaded.forEach(Packs::close);
        aside.forEach(Packs::close);
        builtIn.values().forEach(Packs::close);
    }
}
