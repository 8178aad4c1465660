package org.complaintkit.rules.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.pack.PackFiles;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the folder of a pack that somebody edits, and activates what lies in it. The host calls {@link #look()} as often
 * as it likes, from one thread; nothing here waits or reads a clock. What was changed since the last look is left alone
 * until it is the same twice, so that a folder that is being written is not taken for a pack. Not thread-safe.
 */
public final class PackWatch {
    private static final int MOST_FILES = 2_000;

    private final Path folder;
    private final PackShelf shelf;
    private String seen;
    private String settled;

    /** What a look came to. */
    public enum Sight {
        /** Nothing is new. */
        SAME,
        /** Something is new, and perhaps not whole yet. */
        SETTLING,
        /** A new version was activated. */
        ACTIVATED,
        /** What is new has faults; the old version stays. */
        REFUSED
    }

    /**
     * A look at the folder.
     *
     * @param fault what is wrong; null unless refused
     */
    public record Look(Sight sight, @Nullable InvalidInputException fault) {}

    private PackWatch(Path folder, PackShelf shelf, String seen) {
        this.folder = folder;
        this.shelf = shelf;
        this.seen = seen;
        this.settled = seen;
    }

    /**
     * Watches a folder whose pack, as it lies there now, is on the shelf already.
     *
     * @param shelf where new versions become active
     */
    public static PackWatch of(Path folder, PackShelf shelf) {
        return new PackWatch(folder, shelf, state(folder));
    }

    /** Looks once. */
    public Look look() {
        String now = state(folder);
        if (!now.equals(seen)) {
            seen = now;
            return new Look(Sight.SETTLING, null);
        }
        if (now.equals(settled)) {
            return new Look(Sight.SAME, null);
        }
        return load(now);
    }

    private Look load(String now) {
        Packs packs;
        try {
            packs = Packs.folder(folder);
        } catch (InvalidInputException e) {
            settled = now;
            return new Look(Sight.REFUSED, e);
        }
        if (!state(folder).equals(now)) {
            packs.close();
            return new Look(Sight.SETTLING, null);
        }
        settled = now;
        shelf.activate(packs);
        return new Look(Sight.ACTIVATED, null);
    }

    /** Names and contents of the files, as far as a pack may go; a folder that cannot be read just now is in a state of its own. */
    private static String state(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> sorted = files.filter(Files::isRegularFile)
                    .limit(MOST_FILES)
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                String name = file.getFileName() + " " + Files.size(file) + "\n";
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                try (InputStream in = Files.newInputStream(file)) {
                    digest.update(in.readNBytes(PackFiles.MAX_BYTES + 1));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return "unreadable";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
