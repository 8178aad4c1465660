package org.complaintkit.model;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The person in whose hands a role lies for one case.
 *
 * <p>Whoever is complained about never handles the complaint (RCC-11d; a general check of all systems): the party is
 * passed over, whatever the organisation says, and so is whoever reports to the party; the search goes up the line of
 * superiors until somebody else is found or the line ends.
 *
 * @param role code of kind ROLE
 * @param unit unit of the person; empty where nobody was found
 * @param person the host's identifier; empty where nobody was found
 */
public record Assignee(String role, String unit, String person) {
    /** Whether a person was found. */
    public boolean known() {
        return !person.isEmpty();
    }

    /**
     * Looks for the person: those present before those absent, in the unit before its superiors, never the party or whoever reports to the party.
     *
     * @param party the person complained about; empty where unknown
     */
    public static Assignee find(Organisation organisation, String role, String unit, String party, LocalDate day) {
        Conflict conflict = new Conflict(organisation, unit, party, day);
        Set<String> asked = new HashSet<>();
        Optional<String> level = Optional.of(unit);
        while (level.isPresent() && asked.add(level.get())) {
            Organisation.Holder chosen = null;
            for (Organisation.Holder holder : organisation.holders(role, level.get(), day)) {
                boolean better = chosen == null || (chosen.absent() && !holder.absent());
                if (better && !holder.person().isEmpty() && !conflict.party(holder.person())) {
                    chosen = holder;
                }
            }
            if (chosen != null) {
                return new Assignee(role, chosen.unit(), chosen.person());
            }
            level = organisation.superior(level.get(), day);
        }
        return new Assignee(role, "", "");
    }
}
