package org.complaintkit.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Port: who holds which role in which unit on which day.
 *
 * <p>The law for implementers: the answer for a day never changes once the day has passed, since cases are decided again
 * from it; holders come in the order in which they are to be asked (head, first contact, second contact); an unknown unit
 * or role has no holders and no superior. The chain of superiors may be of any length; a circle in it is the host's
 * mistake and does no harm here. Thread-safe. New methods are added only with a default that says "unknown".
 */
public interface Organisation {
    /** Nobody is known: owners stay roles without a person. */
    Organisation UNKNOWN = new Organisation() {
        @Override
        public List<Holder> holders(String role, String unit, LocalDate day) {
            return List.of();
        }

        @Override
        public Optional<String> superior(String unit, LocalDate day) {
            return Optional.empty();
        }
    };

    /**
     * Those who hold the role on the day, first to be asked first.
     *
     * @param role code of kind ROLE
     * @param unit the unit complained about, or one of its superiors; empty where unknown
     */
    List<Holder> holders(String role, String unit, LocalDate day);

    /** The unit above, if there is one. */
    Optional<String> superior(String unit, LocalDate day);

    /** The unit that a member of staff belongs to; empty where unknown. */
    default Optional<String> unitOf(String person, LocalDate day) {
        return Optional.empty();
    }

    /** The person to whom a member of staff reports; empty where unknown. */
    default Optional<String> chiefOf(String person, LocalDate day) {
        return Optional.empty();
    }

    /**
     * A holder of a role.
     *
     * @param person the host's identifier of a member of staff
     * @param unit the unit in which the role is held
     * @param absent on leave that day: asked only if nobody else is there
     */
    record Holder(String person, String unit, boolean absent) {}
}
