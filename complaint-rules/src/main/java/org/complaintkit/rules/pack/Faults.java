package org.complaintkit.rules.pack;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.complaintkit.calendar.InvalidInputException;

/**
 * Collects the faults of a pack, so that all of them are told in one go. A thousand are kept: whoever has more has handed
 * in something that is no pack. Not thread-safe.
 */
public final class Faults {
    private static final int MOST = 1_000;
    private static final int MOST_IN_MESSAGE = 20;

    private final TreeSet<PackFault> collected = new TreeSet<>();

    /** Adds one fault. */
    public void add(Told told, String file, Position at, String text) {
        if (collected.size() < MOST) {
            collected.add(new PackFault(told, file, at, text));
        }
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
        List<PackFault> settled = Consequences.without(all(), files);
        collected.clear();
        collected.addAll(settled);
    }

    /** Whether nothing keeps the pack from being used. */
    public boolean isEmpty() {
        return list().isEmpty();
    }

    /** All that keeps the pack from being used, by file and place. */
    public List<PackFault> list() {
        return of(Severity.ERROR);
    }

    /** What does not keep the pack from running, but is hardly meant, by file and place. */
    public List<PackFault> remarks() {
        return of(Severity.WARNING);
    }

    /** Both, by file and place. */
    public List<PackFault> all() {
        return List.copyOf(collected);
    }

    private List<PackFault> of(Severity severity) {
        return collected.stream().filter(fault -> fault.severity() == severity).toList();
    }

    /**
     * Refuses the pack if something keeps it from being used.
     *
     * @param pack what the pack is called, for the message
     * @throws InvalidInputException code {@code PACK_FAULTS}, placed at the first fault, all of them in the text
     */
    public void refuse(String pack) {
        if (!isEmpty()) {
            throw refusal(pack, list());
        }
    }

    private static InvalidInputException refusal(String pack, List<PackFault> faults) {
        PackFault first = faults.get(0);
        String all =
                faults.stream().limit(MOST_IN_MESSAGE).map(PackFault::toString).collect(Collectors.joining("; "));
        String more = faults.size() > MOST_IN_MESSAGE ? "; and " + (faults.size() - MOST_IN_MESSAGE) + " more" : "";
        return InvalidInputException.of("PACK_FAULTS", "pack " + pack)
                .value(first.text())
                .at(first.place())
                .rule(faults.size() + (faults.size() == 1 ? " fault: " : " faults: ") + all + more)
                .wayOut("mend the files and load the pack again")
                .build();
    }
}
