package org.complaintkit.rules.shelf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Layers;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.pack.LayerCaps;

/**
 * Several versions of packs, of which one a pack is the active one.
 *
 * <p>A version is active as a whole or not at all: what cannot be loaded never gets here, so that a broken new version
 * leaves the old one as it was. Versions that are no longer active stay, for the cases that they decided, until they are
 * retired. Thread-safe: whoever reads sees the state before or after a change, never one in between.
 */
public final class PackShelf implements AutoCloseable {
    private volatile Map<String, Line> lines = Map.of();

    /** A version with what must be closed when it goes. */
    private record Loaded(DroolsRuleBook book, PackVersion version) {
        static Loaded of(DroolsRuleBook book) {
            return new Loaded(book, book.policy().pack());
        }
    }

    /**
     * The versions of one pack.
     *
     * @param held all, in the order in which they came
     * @param active those that were activated and not taken back, the one in force last
     */
    private record Line(List<Loaded> held, List<PackVersion> active) {
        Line {
            held = List.copyOf(held);
            active = List.copyOf(active);
        }

        PackVersion current() {
            return active.get(active.size() - 1);
        }

        Optional<Loaded> find(PackVersion version) {
            return held.stream().filter(each -> each.version().equals(version)).findFirst();
        }
    }

    private PackShelf() {}

    /** A shelf with these packs, all active. It closes them when it is closed. */
    public static PackShelf of(Packs packs) {
        PackShelf shelf = new PackShelf();
        shelf.activate(packs);
        return shelf;
    }

    /**
     * Makes versions the active ones, all at once. A version that lies here already becomes active again, and the one
     * given is closed.
     *
     * @param packs loaded, and so without fault; the shelf closes them when they are retired
     */
    public synchronized void activate(Packs packs) {
        Map<String, Line> next = new TreeMap<>(lines);
        List<DroolsRuleBook> doubles = new ArrayList<>();
        for (String id : packs.ids()) {
            Loaded loaded = Loaded.of(packs.get(id));
            Line line = next.getOrDefault(id, new Line(List.of(), List.of()));
            List<Loaded> held = new ArrayList<>(line.held());
            Optional<Loaded> known = line.find(loaded.version());
            if (known.isEmpty()) {
                held.add(loaded);
            } else if (known.get().book() != loaded.book()) {
                doubles.add(loaded.book());
            }
            List<PackVersion> active = new ArrayList<>(line.active());
            active.remove(loaded.version());
            active.add(loaded.version());
            next.put(id, new Line(held, active));
        }
        lines = Collections.unmodifiableMap(next);
        doubles.forEach(DroolsRuleBook::close);
    }

    /**
     * The same, if what comes to be active together keeps to its place: a pack that asks of one above it what that does not
     * allow, or gives the handling more time than one above it does, is refused, and nothing changes. Limits are read with
     * the packs' defaults, not with parameters that the host sets at its desk. Nothing else here asks: neither {@link #of},
     * the other {@code activate}, {@link #rollback} nor a {@link PackWatch}.
     *
     * @param packs loaded; if they are refused they stay the caller's to close
     * @param layers ids of packs that govern cases together, the institution's own first, the highest authority last
     * @throws InvalidInputException LIMIT_ABOVE_CAP, or LAYER_LOOSENS and LAYER_FIXED as {@link Layers#of}; UNKNOWN_PACK for
     *     a layer that is neither among the packs nor here
     */
    public synchronized void activate(Packs packs, List<String> layers) {
        List<RuleBook> books = new ArrayList<>();
        layers.forEach(id -> books.add(packs.ids().contains(id) ? packs.get(id) : get(id)));
        Layers.of(books);
        LayerCaps.require(books.stream().map(RuleBook::policy).toList());
        activate(packs);
    }

    /**
     * Goes back to the version that was active before.
     *
     * @return the version that is active now
     * @throws InvalidInputException if there is no such pack, or none was active before
     */
    public synchronized PackVersion rollback(String id) {
        Line line = line(id);
        if (line.active().size() < 2) {
            throw InvalidInputException.of("NOTHING_TO_GO_BACK_TO", "pack " + id)
                    .value(line.current())
                    .rule("a version that was active before")
                    .wayOut("activate the version that is wanted")
                    .build();
        }
        Map<String, Line> next = new TreeMap<>(lines);
        Line back = new Line(line.held(), line.active().subList(0, line.active().size() - 1));
        next.put(id, back);
        lines = Collections.unmodifiableMap(next);
        return back.current();
    }

    /**
     * Lets go of a version that no case needs any more; its classes go with it.
     *
     * @throws InvalidInputException if it is the active one, or is not here
     */
    public synchronized void retire(PackVersion version) {
        Line line = line(version.id());
        Loaded gone = line.find(version).orElseThrow(() -> unknown(version, line));
        if (line.current().equals(version)) {
            throw InvalidInputException.of("VERSION_IN_USE", "pack " + version.id())
                    .value(version)
                    .rule("a version that decides no new cases")
                    .wayOut("activate another version first")
                    .build();
        }
        Map<String, Line> next = new TreeMap<>(lines);
        next.put(
                version.id(),
                new Line(
                        line.held().stream()
                                .filter(each -> !each.version().equals(version))
                                .toList(),
                        line.active().stream()
                                .filter(each -> !each.equals(version))
                                .toList()));
        lines = Collections.unmodifiableMap(next);
        gone.book().close();
    }

    /**
     * Lets go of what nobody can ask for any more: each version of a pack but the active one, those before it that are in
     * force on days of their own, as {@link #current} gives them, the one to which {@link #rollback} would go, and those that
     * somebody needs.
     *
     * @param needed whether a version must stay, such as one under which a case lies
     * @return what went, in the order in which it had come
     */
    public synchronized List<PackVersion> retireUnused(String id, Predicate<PackVersion> needed) {
        Line line = line(id);
        List<PackVersion> active = line.active();
        Set<PackVersion> kept = new HashSet<>(active.subList(Math.max(0, active.size() - 2), active.size()));
        apart(line).forEach(book -> kept.add(book.policy().pack()));
        List<PackVersion> gone = versions(id).stream()
                .filter(version -> !kept.contains(version) && !needed.test(version))
                .toList();
        gone.forEach(this::retire);
        return gone;
    }

    /** Ids of the packs, sorted. */
    public Set<String> ids() {
        return lines.keySet();
    }

    /** All versions of a pack that are here, in the order in which they came. */
    public List<PackVersion> versions(String id) {
        return line(id).held().stream().map(Loaded::version).toList();
    }

    /** The active version of a pack. */
    public DroolsRuleBook get(String id) {
        Line line = line(id);
        return line.find(line.current()).orElseThrow().book();
    }

    /** A version, active or not. */
    public DroolsRuleBook get(PackVersion version) {
        Line line = line(version.id());
        return line.find(version).orElseThrow(() -> unknown(version, line)).book();
    }

    /**
     * Of the versions that were activated and not taken back the one that is in force on a day, the newest of several.
     *
     * @param day in the pack's own zone
     * @return empty if none is
     */
    public Optional<DroolsRuleBook> on(String id, LocalDate day) {
        Line line = line(id);
        List<PackVersion> newestFirst = new ArrayList<>(line.active());
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .map(version -> line.find(version).orElseThrow().book())
                .filter(book -> book.policy().inForce(day))
                .findFirst();
    }

    /**
     * The rule books of a desk that takes complaints now, all of one moment: of each pack the active version and, for
     * earlier receipts, those activated before it that are in force on other days.
     *
     * @param ids the institution's own pack first, that of the highest authority last
     */
    public RuleBook[] current(List<String> ids) {
        Map<String, Line> now = lines;
        return ids.stream()
                .map(id -> line(id, now))
                .flatMap(line -> apart(line).stream())
                .toArray(RuleBook[]::new);
    }

    /** Whether all of these lie here now. */
    boolean holds(List<RuleBook> books) {
        Map<String, Line> now = lines;
        return books.stream()
                .allMatch(book -> now.containsKey(book.policy().id())
                        && now.get(book.policy().id()).held().stream().anyMatch(each -> each.book() == book));
    }

    /** The active version and, newest first, those that share no day with one that was taken already. */
    private static List<DroolsRuleBook> apart(Line line) {
        List<PackVersion> newestFirst = new ArrayList<>(line.active());
        Collections.reverse(newestFirst);
        List<DroolsRuleBook> taken = new ArrayList<>();
        for (PackVersion version : newestFirst) {
            DroolsRuleBook book = line.find(version).orElseThrow().book();
            if (taken.stream().noneMatch(each -> share(each.policy(), book.policy()))) {
                taken.add(book);
            }
        }
        return taken;
    }

    private static boolean share(Policy one, Policy other) {
        return begins(one, other) && begins(other, one);
    }

    /** Whether one begins no later than the other ends. */
    private static boolean begins(Policy one, Policy other) {
        LocalDate from = one.effectiveFrom();
        LocalDate to = other.effectiveTo();
        return from == null || to == null || !from.isAfter(to);
    }

    /**
     * The rule books of a case, as a desk under them wants them.
     *
     * @param packs as the case names them
     */
    public RuleBook[] books(List<PackVersion> packs) {
        return packs.stream().map(this::get).toArray(RuleBook[]::new);
    }

    /** Disposes all versions. */
    @Override
    public synchronized void close() {
        lines.values().forEach(line -> line.held().forEach(each -> each.book().close()));
        lines = Map.of();
    }

    private Line line(String id) {
        return line(id, lines);
    }

    private static Line line(String id, Map<String, Line> now) {
        Line line = now.get(id);
        if (line == null) {
            throw InvalidInputException.of("UNKNOWN_PACK", "pack")
                    .value(id)
                    .rule("one of " + now.keySet())
                    .wayOut("activate a version of it")
                    .build();
        }
        return line;
    }

    private static InvalidInputException unknown(PackVersion version, Line line) {
        return InvalidInputException.of("UNKNOWN_VERSION", "pack " + version.id())
                .value(version)
                .rule("one of " + line.held().stream().map(Loaded::version).toList())
                .wayOut("activate that version, from where it is kept")
                .build();
    }
}
