package org.complaintkit.decision;

import java.util.List;
import org.complaintkit.model.Complaint;

/**
 * Port: what a host reads out of a complaint besides the words of the packs' tables.
 *
 * <p>The law for implementers: it is asked once, before the complaint is taken in, and not in a transaction; what it says
 * is kept with the case, so that the case can be decided again without it; it may answer differently another time. It
 * names codes of the packs' vocabularies (others are passed over) and weights on the scale of their tables. "Nothing" is
 * the empty list. An exception refuses the receipt. Thread-safe.
 */
@FunctionalInterface
public interface SignalSource {
    /** What the complaint speaks for; only {@link Signal#code} and {@link Signal#weight} count. */
    List<Signal> read(Complaint complaint);
}
