package org.complaintkit.rules.pack;

import java.util.Collection;
import java.util.List;
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
    private final TreeSet<PackFault> remarks = new TreeSet<>();

    /** Adds one fault. */
    public void add(String code, String file, Position at, String text, String reason, String suggestion) {
        if (collected.size() < MOST) {
            collected.add(new PackFault(code, file, at, text, reason, suggestion));
        }
    }

    /** Adds what does not keep the pack from running, but is hardly meant. */
    void remark(String code, String file, Position at, String text, String reason, String suggestion) {
        if (remarks.size() < MOST) {
            remarks.add(new PackFault(code, file, at, text, reason, suggestion));
        }
    }

    /** What does not keep the pack from running, by file and place. */
    public List<PackFault> remarks() {
        return List.copyOf(remarks);
    }

    /** Adds what a parser of the core or the calendar refused. */
    public void add(InvalidInputException refused, String file, Position at) {
        add(refused.code(), file, at, refused.value(), refused.subject() + ": " + refused.rule(), refused.wayOut());
    }

    /** Adds those of another check. */
    public void addAll(Collection<PackFault> others) {
        others.stream().limit(MOST).forEach(collected::add);
    }

    public boolean isEmpty() {
        return collected.isEmpty();
    }

    /** All faults, by file and place. */
    public List<PackFault> list() {
        return List.copyOf(collected);
    }

    /**
     * Refuses the pack if it has a fault.
     *
     * @param pack what the pack is called, for the message
     * @throws InvalidInputException code {@code PACK_FAULTS}, placed at the first fault, all of them in the text
     */
    public void refuse(String pack) {
        if (!collected.isEmpty()) {
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
