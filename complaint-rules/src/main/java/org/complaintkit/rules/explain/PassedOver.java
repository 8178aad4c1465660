package org.complaintkit.rules.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.complaintkit.model.Assignee;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Conflict;
import org.complaintkit.model.Organisation;

/**
 * Somebody who holds the role of the owner and does not handle the complaint. Persons are told by their place in the order
 * in which they are asked, never by name or number.
 *
 * @param level 0 for the unit complained about, 1 for the unit above, and so on
 * @param place 1 for the first to be asked in that unit
 */
public record PassedOver(String role, int level, int place, Why why) {
    /** Why somebody is passed over. */
    public enum Why {
        /** The person complained about. */
        PARTY,
        /** Reports to the person complained about, at whatever distance. */
        REPORTS_TO_PARTY,
        /** On leave, and somebody else is there. */
        ABSENT,
        /** Comes after the one who handles it. */
        LATER
    }

    /** Who was passed over on the way to the person who handles the complaint. */
    static List<PassedOver> of(Assignee chosen, Complaint complaint, Organisation organisation, LocalDate day) {
        List<PassedOver> passed = new ArrayList<>();
        String unit = complaint.complainedUnit();
        Conflict conflict = new Conflict(organisation, unit, complaint.party(), day);
        Set<String> asked = new HashSet<>();
        Optional<String> level = Optional.of(unit);
        int depth = 0;
        while (level.isPresent() && asked.add(level.get())) {
            List<Organisation.Holder> holders = organisation.holders(chosen.role(), level.get(), day);
            boolean found = false;
            for (int i = 0; i < holders.size(); i++) {
                Organisation.Holder holder = holders.get(i);
                if (holder.person().equals(chosen.person()) && !found) {
                    found = true;
                } else if (!holder.person().isEmpty()) {
                    passed.add(new PassedOver(chosen.role(), depth, i + 1, why(holder, complaint.party(), conflict)));
                }
            }
            if (found) {
                return passed;
            }
            level = organisation.superior(level.get(), day);
            depth++;
        }
        return passed;
    }

    private static Why why(Organisation.Holder holder, String party, Conflict conflict) {
        if (holder.person().equals(party)) {
            return Why.PARTY;
        }
        if (conflict.party(holder.person())) {
            return Why.REPORTS_TO_PARTY;
        }
        return holder.absent() ? Why.ABSENT : Why.LATER;
    }
}
