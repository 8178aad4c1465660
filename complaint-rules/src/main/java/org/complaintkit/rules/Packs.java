package org.complaintkit.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Nearest;
import org.complaintkit.rules.PackResources.Found;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.trust.TrustList;

/**
 * Packs, loaded and ready to be asked.
 *
 * <p>A compiled pack that fits is loaded as it is; any other is checked and compiled first, which needs the compiler of
 * Drools on the class path. Loading is all or nothing: one faulty pack, and none is loaded. Immutable and thread-safe;
 * {@link #close} ends the rule books.
 */
public final class Packs implements AutoCloseable {
    private final Map<String, DroolsRuleBook> books;
    private final Set<String> added;

    private Packs(Map<String, DroolsRuleBook> books, Set<String> added) {
        this.books = Collections.unmodifiableMap(books);
        this.added = Collections.unmodifiableSet(added);
    }

    /** The packs of this project. */
    public static Packs shipped() {
        return load(read(Packs.class.getClassLoader(), Found::shipped));
    }

    /**
     * All packs that a class loader sees, those of this project included: whatever the resources {@code
     * META-INF/complaintkit/packs} list.
     */
    public static Packs onClassPath(ClassLoader loader) {
        return load(read(loader, pack -> true));
    }

    /**
     * Those of the packs that a class loader sees which have one of these ids. The others are not loaded, so a process
     * that needs two packs of twenty does not wait for them; what is wrong with them is not noticed.
     *
     * @throws InvalidInputException code {@code UNKNOWN_PACK} if one of the ids is that of no pack
     */
    public static Packs onClassPath(ClassLoader loader, Set<String> ids) {
        Set<String> known = new TreeSet<>();
        List<StoredPack> stored = read(loader, pack -> {
            String id = PackResources.id(loader, pack);
            if (!id.isEmpty()) {
                known.add(id);
            }
            return !id.isEmpty() && ids.contains(id);
        });
        ids.stream().filter(id -> !known.contains(id)).sorted().findFirst().ifPresent(id -> {
            throw unknown(id, known);
        });
        return load(stored);
    }

    /**
     * The pack in a folder of the file system.
     *
     * @throws InvalidInputException if it cannot be read, has faults, or must be compiled and there is no compiler
     */
    public static Packs folder(Path folder) {
        DroolsRuleBook.begin();
        Faults faults = new Faults();
        StoredPack pack = PackFolder.read(folder, faults);
        faults.refuse(pack.source().name());
        return load(List.of(pack));
    }

    /**
     * The pack in a folder, if someone on a list vouches for it: nothing of it is read before its signature is good.
     *
     * @throws InvalidInputException as {@link TrustList#verify} says, or as {@link #folder(Path)} does
     */
    public static Packs folder(Path folder, TrustList trusted) {
        DroolsRuleBook.begin();
        Faults faults = new Faults();
        StoredPack pack = PackFolder.read(folder, faults);
        pack.verify(trusted);
        faults.refuse(pack.source().name());
        return load(List.of(pack));
    }

    /**
     * The packs in an archive, such as a vendor's jar, which need not be on the class path and gives nothing but files: a
     * jar on the class path is code of the host, whatever it is said to hold.
     *
     * @throws InvalidInputException code {@code PACK_ARCHIVE} if it cannot be read or holds anything but packs, or as
     *     {@link #folder(Path)} says
     */
    public static Packs jar(Path jar) {
        return load(PackArchive.read(jar));
    }

    /**
     * The same, if someone on a list vouches for each pack in it.
     *
     * @throws InvalidInputException as {@link TrustList#verify} says, or as {@link #jar(Path)} does
     */
    public static Packs jar(Path jar, TrustList trusted) {
        List<StoredPack> packs = PackArchive.read(jar);
        packs.forEach(pack -> pack.verify(trusted));
        return load(packs);
    }

    /**
     * All packs that a class loader sees and for which someone on a list vouches, with those of this project, which come
     * with its code and are trusted as that is. One that is not signed, and none is loaded.
     *
     * @throws InvalidInputException as {@link TrustList#verify} says
     */
    public static Packs onClassPath(ClassLoader loader, TrustList trusted) {
        List<StoredPack> packs = read(loader, pack -> true);
        packs.stream().filter(pack -> !pack.shipped()).forEach(pack -> pack.verify(trusted));
        return load(packs);
    }

    private static List<StoredPack> read(ClassLoader loader, Predicate<Found> wanted) {
        DroolsRuleBook.begin();
        return PackResources.find(loader).stream()
                .filter(wanted)
                .map(found -> PackResources.read(loader, found))
                .toList();
    }

    private static Packs load(List<StoredPack> stored) {
        Map<String, DroolsRuleBook> books = new TreeMap<>();
        Set<String> added = new TreeSet<>();
        List<DroolsRuleBook> loaded = new ArrayList<>();
        try {
            for (StoredPack pack : stored) {
                DroolsRuleBook book = load(pack);
                loaded.add(book);
                if (books.putIfAbsent(book.policy().id(), book) != null) {
                    throw twice(book.policy().id(), pack.source().name());
                }
                if (!pack.shipped()) {
                    added.add(book.policy().id());
                }
            }
        } catch (RuntimeException e) {
            loaded.forEach(DroolsRuleBook::close);
            throw e;
        }
        return new Packs(books, added);
    }

    private static DroolsRuleBook load(StoredPack pack) {
        CompiledPack compiled = CompiledPack.read(pack).orElseGet(() -> PackCompiler.compile(pack.source()));
        return DroolsRuleBook.load(compiled.generated(), () -> {
            CheckedPack read = PackReader.again(pack.source());
            return new DroolsRuleBook.Read(read.policy(), read.rules());
        });
    }

    /** Ids of the packs, sorted. */
    public Set<String> ids() {
        return books.keySet();
    }

    /** Ids of the packs that others made, sorted: all but those of this project. */
    public Set<String> added() {
        return added;
    }

    /**
     * The rule book of a pack.
     *
     * @param id such as {@code RCC}
     * @throws InvalidInputException if there is no such pack
     */
    public DroolsRuleBook get(String id) {
        DroolsRuleBook book = books.get(id);
        if (book == null) {
            throw unknown(id, books.keySet());
        }
        return book;
    }

    /** Disposes all sessions of all rule books. */
    @Override
    public void close() {
        books.values().forEach(DroolsRuleBook::close);
    }

    private static InvalidInputException unknown(String id, Set<String> known) {
        return InvalidInputException.of("UNKNOWN_PACK", "pack")
                .value(id)
                .rule("one of " + known)
                .wayOut(Nearest.hint(id, known, "add the jar or the folder of the pack"))
                .build();
    }

    private static InvalidInputException twice(String id, String where) {
        return InvalidInputException.of("PACK_TWICE", "pack " + id)
                .at(where)
                .rule("each pack comes once")
                .wayOut("take one of the jars off the class path, or give the pack an id of its own")
                .build();
    }
}
