package org.complaintkit.model;

/**
 * Who complains.
 *
 * @param type code of kind COMPLAINANT, such as {@code INDIVIDUAL} or {@code ENTERPRISE}
 * @param anonymous whether the complainant withholds the name
 * @param reachable whether an answer can be delivered; an anonymous letter cannot be answered, an anonymous caller who
 *     waits at the line can
 * @param vip whether the institution ranks the customer as important
 * @param name the name, masked; {@link Personal#none()} where unknown
 * @param contact telephone, address or the like, masked; {@link Personal#none()} where unknown
 */
public record Complainant(
        String type, boolean anonymous, boolean reachable, boolean vip, Personal name, Personal contact) {

    /** A natural person who gave a name and can be reached. */
    public static Complainant individual() {
        return new Complainant("INDIVIDUAL", false, true, false, Personal.none(), Personal.none());
    }
}
