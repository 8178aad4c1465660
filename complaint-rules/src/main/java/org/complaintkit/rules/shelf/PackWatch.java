package org.complaintkit.rules.shelf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Predicate;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.trust.TrustList;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the folder of a pack that somebody edits, and activates what lies in it. The host calls {@link #look()} as often
 * as it likes, from one thread; nothing here waits or reads a clock. What was changed since the last look is left alone
 * until it is the same twice, so that a folder that is being written is not taken for a pack. All files count, those that a
 * compiler added and a signature among them; hidden ones do not. A pack under another id than the one that lay there is
 * refused: it would be a new pack, and whoever saved it would wait in vain for the old one to change. Not thread-safe.
 */
public final class PackWatch {
    private static final String UNREADABLE = "unreadable";

    /** Of a folder that cannot be read, which may be so for a moment and says nothing of the pack. */
    private static final String PASSING = "PACK_FOLDER";

    private final Path folder;
    private final PackShelf shelf;
    private final Function<Path, Packs> loader;
    private Predicate<PackVersion> needed = version -> true;
    private @Nullable String id;
    private String seen;
    private String settled;

    /** What a look came to. */
    public enum Sight {
        /** Nothing is new. */
        SAME,
        /** Something is new, and perhaps not whole yet. */
        SETTLING,
        /** What is new was activated; it governs from its own first day on. */
        ACTIVATED,
        /** What is new has faults; the old version stays. */
        REFUSED
    }

    /**
     * A look at the folder.
     *
     * @param fault what is wrong: with what was refused; or why, though the new version is active, old ones could not be let
     *     go; null else
     */
    public record Look(Sight sight, @Nullable InvalidInputException fault) {}

    PackWatch(Path folder, PackShelf shelf, Function<Path, Packs> loader) {
        this.folder = folder;
        this.shelf = shelf;
        this.loader = loader;
        this.id = id(folder);
        this.seen = state(folder);
        this.settled = seen;
    }

    /**
     * Watches a folder whose pack, as it lies there now, is on the shelf already.
     *
     * @param shelf where new versions become active
     */
    public static PackWatch of(Path folder, PackShelf shelf) {
        return new PackWatch(folder, shelf, Packs::folder);
    }

    /** The same for a host that takes in only what somebody on a list has signed: an edit without signature is refused. */
    public static PackWatch of(Path folder, PackShelf shelf, TrustList trusted) {
        return new PackWatch(folder, shelf, path -> Packs.folder(path, trusted));
    }

    /**
     * From now on lets go of versions that were replaced, as {@link PackShelf#retireUnused} does; without this call every
     * version stays, and its classes with it.
     *
     * @param needed whether a version must stay, such as one under which a case lies
     */
    public PackWatch keeping(Predicate<PackVersion> needed) {
        this.needed = needed;
        return this;
    }

    /**
     * Looks once. Throws nothing, so that a schedule of the host goes on: what is no fault of the pack is told as {@code
     * PACK_NOT_LOADED}, or {@code PACK_FOLDER} if files cannot be read, and tried again with the next look.
     */
    public Look look() {
        String now = state(folder);
        if (!now.equals(seen)) {
            seen = now;
            return new Look(Sight.SETTLING, null);
        }
        if (now.equals(settled) && !now.equals(UNREADABLE)) {
            return new Look(Sight.SAME, null);
        }
        try {
            return load(now);
        } catch (InvalidInputException e) {
            if (!e.code().equals(PASSING)) {
                settled = now;
            }
            return new Look(Sight.REFUSED, e);
        } catch (RuntimeException | LinkageError e) {
            return new Look(Sight.REFUSED, unexpected("loading", e));
        }
    }

    private Look load(String now) {
        Packs packs = loader.apply(folder);
        if (now.equals(UNREADABLE) || !state(folder).equals(now)) {
            packs.close();
            return new Look(Sight.SETTLING, null);
        }
        try {
            packs.ids().forEach(this::requireSame);
            shelf.activate(packs);
        } catch (InvalidInputException e) {
            packs.close();
            throw e;
        }
        settled = now;
        try {
            packs.ids().forEach(id -> shelf.retireUnused(id, needed));
            return new Look(Sight.ACTIVATED, null);
        } catch (RuntimeException e) {
            return new Look(Sight.ACTIVATED, unexpected("letting old versions go", e));
        }
    }

    private void requireSame(String now) {
        String known = id == null ? now : id;
        if (!now.equals(known)) {
            throw InvalidInputException.of("OTHER_PACK", "pack.json of " + folder.getFileName())
                    .value(now)
                    .rule("the id of the pack that is watched, " + known)
                    .wayOut("correct the id; to bring in another pack load it and activate it on the shelf")
                    .build();
        }
        id = known;
    }

    /** What lies in the folder; null if that cannot be said before it has been mended. */
    private static @Nullable String id(Path folder) {
        try {
            return PackReader.read(folder).policy().id();
        } catch (InvalidInputException e) {
            return null;
        }
    }

    private InvalidInputException unexpected(String what, Throwable cause) {
        return InvalidInputException.of("PACK_NOT_LOADED", "watch of " + folder.getFileName())
                .value(cause.getClass().getSimpleName())
                .rule(what + " ends well or with a fault of the pack")
                .wayOut("see the cause; the next look tries again what was not activated")
                .cause(cause)
                .build();
    }

    /** A folder that cannot be read just now is in a state of its own. */
    private static String state(Path folder) {
        try {
            return FolderState.of(folder);
        } catch (IOException e) {
            return UNREADABLE;
        }
    }
}
