package org.complaintkit.rules.shelf;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Layers;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.pack.LayerCaps;

/**
 * Several versions of packs. On each day the newest of the active ones that is in force on it governs: a version that begins
 * later leaves the one before in force until then, up to the day before its own first.
 *
 * <p>A version is active as a whole or not at all: what cannot be loaded never gets here, so that a broken new version
 * leaves the old one as it was. Versions that no longer govern any day stay, for the cases that they decided, until they are
 * retired. Thread-safe: whoever reads sees the state before or after a change, never one in between.
 */
public final class PackShelf implements AutoCloseable {
    private volatile Map<String, Line> lines = Map.of();

    private PackShelf() {}

    /** A shelf with these packs, all active. It closes them when it is closed. */
    public static PackShelf of(Packs packs) {
        PackShelf shelf = new PackShelf();
        shelf.activate(packs);
        return shelf;
    }

    /**
     * Makes versions the newest active ones, all at once. Each governs from its own first day on, today's day or a later one;
     * until then the version before goes on. A version that lies here already becomes active again, and the one given is
     * closed.
     *
     * @param packs loaded, and so without fault; the shelf closes them when they are retired. If they are refused nothing
     *     changes, and they stay the caller's to close
     * @throws InvalidInputException VERSION_INSIDE_ANOTHER if one ends while an older one, in force before it, would go on
     *     after it: activate first the version for the days that follow
     */
    public synchronized void activate(Packs packs) {
        take(packs, next(packs));
    }

    private Map<String, Line> next(Packs packs) {
        Map<String, Line> next = new TreeMap<>(lines);
        for (String id : packs.ids()) {
            Line line = next.getOrDefault(id, Line.EMPTY).activating(Line.Loaded.of(packs.get(id)));
            line.requireWhole();
            next.put(id, line);
        }
        return Collections.unmodifiableMap(next);
    }

    private void take(Packs packs, Map<String, Line> next) {
        lines = next;
        packs.ids().stream()
                .map(packs::get)
                .filter(book -> !holds(List.of(book)))
                .forEach(DroolsRuleBook::close);
    }

    /**
     * The same, if what governs together on any day keeps to its place: a pack that asks of one above it what that does not
     * allow, or gives the handling more time than one above it does, is refused, and nothing changes. Days on which none of
     * the packs given governs are not looked at. Limits are read with the packs' defaults, not with parameters that the host
     * sets at its desk. Nothing else here asks: neither {@link #of}, the other {@code activate}, {@link #rollback} nor a
     * {@link PackWatch}.
     *
     * @param packs loaded; if they are refused they stay the caller's to close
     * @param layers ids of packs that govern cases together, the institution's own first, the highest authority last
     * @throws InvalidInputException LIMIT_ABOVE_CAP, or LAYER_LOOSENS and LAYER_FIXED as {@link Layers#of}; UNKNOWN_PACK for
     *     a layer that is neither among the packs nor here; VERSION_INSIDE_ANOTHER
     */
    public synchronized void activate(Packs packs, List<String> layers) {
        Map<String, Line> next = next(packs);
        Set<DroolsRuleBook> coming = new HashSet<>();
        packs.ids().forEach(id -> coming.add(next.get(id).book(next.get(id).current())));
        List<Line> stacked = layers.stream().map(id -> line(id, next)).toList();
        stacked.stream().flatMap(line -> line.divides().stream()).distinct().forEach(day -> {
            List<DroolsRuleBook> together =
                    stacked.stream().flatMap(line -> line.on(day).stream()).toList();
            if (together.stream().anyMatch(coming::contains)) {
                Layers.of(List.copyOf(together));
                LayerCaps.require(together.stream().map(DroolsRuleBook::policy).toList());
            }
        });
        take(packs, next);
    }

    /**
     * Goes back to the state before the last activation of a pack, what governs later days included: a version that was
     * activated again is where it was before. To activate what was activated last changes nothing and does not count;
     * versions retired since do not come back.
     *
     * @return the version that was activated last now
     * @throws InvalidInputException if there is no such pack, or none was active before; VERSION_INSIDE_ANOTHER if the
     *     days of one that was retired since would part those of an older one
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
        Line back = line.back();
        back.requireWhole();
        put(id, back);
        return back.current();
    }

    /**
     * Lets go of a version that no case needs any more; its classes go with it. It may be one that still governs days of its
     * own: what is received on these is then left to an older one, or refused.
     *
     * @throws InvalidInputException if it is the one activated last, or is not here; VERSION_INSIDE_ANOTHER if an older one
     *     would have days before and after those of a newer one without it
     */
    public synchronized void retire(PackVersion version) {
        Line line = line(version.id());
        Line.Loaded gone = line.find(version).orElseThrow(() -> unknown(version, line));
        if (line.current().equals(version)) {
            throw InvalidInputException.of("VERSION_IN_USE", "pack " + version.id())
                    .value(version)
                    .rule("another version than the one activated last")
                    .wayOut("activate another version first")
                    .build();
        }
        Line left = line.without(version);
        left.requireWhole();
        put(version.id(), left);
        gone.book().close();
    }

    private void put(String id, Line line) {
        Map<String, Line> next = new TreeMap<>(lines);
        next.put(id, line);
        lines = Collections.unmodifiableMap(next);
    }

    /**
     * Lets go of what nobody can ask for any more: each version of a pack but those that govern days, as {@link #current}
     * gives them and as it would after a {@link #rollback}, and those that somebody needs.
     *
     * @param needed whether a version must stay, such as one under which a case lies
     * @return what went, in the order in which it had come
     */
    public synchronized List<PackVersion> retireUnused(String id, Predicate<PackVersion> needed) {
        Line line = line(id);
        List<PackVersion> active = line.active();
        Set<PackVersion> kept = new HashSet<>(active.subList(Math.max(0, active.size() - 2), active.size()));
        Stream.of(line, line.back())
                .flatMap(each -> each.tenures().stream())
                .forEach(book -> kept.add(book.policy().pack()));
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
        return line(id).held().stream().map(Line.Loaded::version).toList();
    }

    /** The version of a pack that was activated last; its first day may be still to come: see {@link #on}. */
    public DroolsRuleBook get(String id) {
        Line line = line(id);
        return line.book(line.current());
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
        return line(id).on(day);
    }

    /**
     * The rule books of a desk that takes complaints, all of one moment: of each pack the version activated last and those
     * activated before it that are in force on days which newer ones leave to them. No day has two: the policy of a version
     * that gives way to a newer one names as its last day in force the one before, though the version itself names a later
     * one or none. A version that is left with no day is not among them.
     *
     * @param ids the institution's own pack first, that of the highest authority last
     */
    public RuleBook[] current(List<String> ids) {
        Map<String, Line> now = lines;
        return ids.stream()
                .map(id -> line(id, now))
                .flatMap(line -> line.tenures().stream())
                .toArray(RuleBook[]::new);
    }

    /** Whether all of these lie here now. */
    boolean holds(List<? extends RuleBook> books) {
        Map<String, Line> now = lines;
        return books.stream()
                .allMatch(book -> now.containsKey(book.policy().id())
                        && now.get(book.policy().id()).held().stream()
                                .anyMatch(each -> each.book() == Tenure.whole(book)));
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
                .rule("one of " + line.held().stream().map(Line.Loaded::version).toList())
                .wayOut("activate that version, from where it is kept")
                .build();
    }
}
