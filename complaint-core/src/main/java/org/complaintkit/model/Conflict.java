package org.complaintkit.model;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who is too close to a matter to handle it: the person complained about and whoever reports to that person, at whatever
 * distance, who would have to judge a superior; of the unit complained about, its staff and that of the units below it.
 *
 * @param organisation who reports to whom
 * @param unit the unit complained about; empty where unknown
 * @param party the person complained about; empty where unknown
 * @param day the day at which one looks
 */
public record Conflict(Organisation organisation, String unit, String party, LocalDate day) {

    /** Whether somebody is the person complained about, or reports to that person. */
    public boolean party(String person) {
        return !party.isEmpty() && !person.isEmpty() && (person.equals(party) || reportsToParty(person));
    }

    private boolean reportsToParty(String person) {
        Set<String> asked = new HashSet<>();
        Optional<String> above = organisation.chiefOf(person, day);
        while (above.isPresent() && asked.add(above.get())) {
            if (above.get().equals(party)) {
                return true;
            }
            above = organisation.chiefOf(above.get(), day);
        }
        return false;
    }

    /** Whether somebody belongs to the unit complained about, or to one below it. */
    public boolean unit(String person) {
        if (unit.isEmpty() || person.isEmpty()) {
            return false;
        }
        Set<String> asked = new HashSet<>();
        Optional<String> level = organisation.unitOf(person, day);
        while (level.isPresent() && asked.add(level.get())) {
            if (level.get().equals(unit)) {
                return true;
            }
            level = organisation.superior(level.get(), day);
        }
        return false;
    }

    /** Unit and day: the person stays out. */
    @Override
    public String toString() {
        return "Conflict[" + unit + ", " + day + "]";
    }
}
