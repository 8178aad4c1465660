package org.complaintkit.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

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
    private static final Pattern SEPARATORS = Pattern.compile("[\\s()\\-./]+");

    /** A natural person who gave a name and can be reached. */
    public static Complainant individual() {
        return new Complainant("INDIVIDUAL", false, true, false, Personal.none(), Personal.none());
    }

    /** The same without name and contact. */
    public Complainant erased() {
        return new Complainant(type, anonymous, reachable, vip, Personal.none(), Personal.none());
    }

    /**
     * Whether another complainant is the same person, as far as one can tell: by the contact where both gave one, else by
     * the name; width, case, blanks and separators do not matter. Who gave neither is nobody's equal.
     */
    public boolean samePerson(Complainant other) {
        String ours = key(contact);
        String theirs = key(other.contact);
        if (!ours.isEmpty() && !theirs.isEmpty()) {
            return ours.equals(theirs);
        }
        return !key(name).isEmpty() && key(name).equals(key(other.name));
    }

    private static String key(Personal personal) {
        return SEPARATORS
                .matcher(Normalizer.normalize(personal.reveal(), Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
