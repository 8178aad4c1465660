package org.complaintkit.rules.pack;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;

/**
 * Collects the faults of a pack, so that all of them are told in one go. A thousand errors are kept and a thousand
 * warnings, of the others how many there are: whoever has more has made one slip all over, or has handed in something that
 * is no pack. What is left out is taken from the kind of which a file has the most, so that it hides no other. Not
 * thread-safe.
 */
public final class Faults {
    private static final int MOST = 1_000;
    private static final int MOST_COUNTED = 100_000;
    private static final int MOST_IN_MESSAGE = 20;

    private final Map<Severity, Kept> kept = Map.of(Severity.ERROR, new Kept(), Severity.WARNING, new Kept());

    /** Adds one fault. */
    public void add(Told told, String file, Position at, String text) {
        PackFault fault = FullWidth.named(told, file, at, text);
        kept(PackFault.severity(told, file)).add(fault);
    }

    /** Adds what a parser of the core or the calendar refused. */
    public void add(InvalidInputException refused, String file, Position at) {
        add(FaultKind.refused(refused), file, at, refused.value());
    }

    /**
     * Takes out the faults that only follow from a file which lacks or cannot be used.
     *
     * @param files names of the files that the pack has
     */
    public void settle(Set<String> files) {
        List<PackFault> faults = all();
        Consequences.Settled settled = Consequences.without(faults, files);
        kept.values().forEach(each -> each.settle(settled));
        settled.faults().forEach(fault -> kept(fault.severity()).keep(fault));
    }

    /** Whether nothing keeps the pack from being used. */
    public boolean isEmpty() {
        return kept(Severity.ERROR).count == 0;
    }

    /** All that keeps the pack from being used, by file and place. */
    public List<PackFault> list() {
        return kept(Severity.ERROR).list();
    }

    /** What does not keep the pack from running, but is hardly meant, by file and place. */
    public List<PackFault> remarks() {
        return kept(Severity.WARNING).list();
    }

    /** Both, by file and place. */
    public List<PackFault> all() {
        return Stream.concat(list().stream(), remarks().stream()).sorted().toList();
    }

    /** How many more there are than are kept, counted up to a hundred thousand. */
    public int untold(Severity severity) {
        return kept(severity).untold();
    }

    private Kept kept(Severity severity) {
        Kept same = kept.get(severity);
        if (same == null) {
            throw new IllegalArgumentException("no faults are kept of severity " + severity);
        }
        return same;
    }

    /**
     * Refuses the pack if something keeps it from being used.
     *
     * @param pack what the pack is called, for the message
     * @throws InvalidInputException code {@code PACK_FAULTS}, placed at the first fault, all of them in the text
     */
    public void refuse(String pack) {
        if (!isEmpty()) {
            throw refusal(pack, list(), untold(Severity.ERROR));
        }
    }

    private static InvalidInputException refusal(String pack, List<PackFault> faults, int untold) {
        PackFault first = faults.get(0);
        String told =
                faults.stream().limit(MOST_IN_MESSAGE).map(PackFault::toString).collect(Collectors.joining("; "));
        int all = faults.size() + untold;
        String more = all > MOST_IN_MESSAGE ? "; and " + (all - MOST_IN_MESSAGE) + " more" : "";
        return InvalidInputException.of("PACK_FAULTS", "pack " + pack)
                .value(first.text())
                .at(first.place())
                .rule(all + (all == 1 ? " fault: " : " faults: ") + told + more)
                .wayOut("mend the files and load the pack again")
                .build();
    }

    /** The faults of one severity. */
    private static final class Kept {
        private final Map<String, TreeSet<PackFault>> byKind = new TreeMap<>();
        /** Marks of those that are not kept, by the file in which their names are looked up: most often none. */
        private final Map<String, Set<Long>> others = new TreeMap<>();

        private int count;
        private int counted;

        void add(PackFault fault) {
            if (keep(fault) && count > MOST) {
                TreeSet<PackFault> longest = byKind.values().stream()
                        .max(Comparator.comparingInt(Set::size))
                        .orElseThrow();
                PackFault last = longest.last();
                longest.remove(last);
                count--;
                leave(last);
            }
        }

        boolean keep(PackFault fault) {
            String kind = fault.file() + " " + fault.told().kind();
            boolean added =
                    byKind.computeIfAbsent(kind, each -> new TreeSet<>()).add(fault);
            count += added ? 1 : 0;
            return added;
        }

        /** Counts it, though it may come again and again. */
        private void leave(PackFault fault) {
            if (counted < MOST_COUNTED
                    && others.computeIfAbsent(Consequences.source(fault), source -> new HashSet<>())
                            .add(mark(fault))) {
                counted++;
            }
        }

        private static long mark(PackFault fault) {
            long mark = fault.file().hashCode();
            for (int part : new int[] {
                fault.at().line(),
                fault.at().column(),
                fault.code().hashCode(),
                fault.text().hashCode()
            }) {
                mark = mark * 0x9E37_79B9_7F4A_7C15L + part;
            }
            return mark;
        }

        void settle(Consequences.Settled settled) {
            byKind.clear();
            count = 0;
            others.keySet().removeIf(settled::follows);
        }

        int untold() {
            return others.values().stream().mapToInt(Set::size).sum();
        }

        List<PackFault> list() {
            return byKind.values().stream().flatMap(Set::stream).sorted().toList();
        }
    }
}
