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
     * Whether another complainant is the same person, as far as one can tell: name or contact is the same, and nothing that
     * both gave differs; width, case, blanks and separators do not matter. Two names at one telephone are two persons of one
     * household, or colleagues; who gave neither name nor contact is nobody's equal. Who gave one of the two may be the equal
     * of several who differ: which of them it is, nothing here tells, and an export leaves such a case out.
     *
     * <p>It is strict, since what is held of one person must not be told to another. Not found is who gave another contact
     * the next time (a telephone, then an address), wrote the name otherwise (with or without a title or given name), or
     * gave a telephone with and without the code of the country: name such a person by each of them, see
     * {@code ComplaintDesk.export}.
     */
    public boolean samePerson(Complainant other) {
        boolean shares = (!key(name).isEmpty() && key(name).equals(key(other.name)))
                || (!key(contact).isEmpty() && key(contact).equals(key(other.contact)));
        return shares && !differs(other);
    }

    /** Whether both gave a name and it is not the same, or a contact: something speaks against their being one person. */
    public boolean differs(Complainant other) {
        return differ(key(name), key(other.name)) || differ(key(contact), key(other.contact));
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private static String key(Personal personal) {
        return SEPARATORS
                .matcher(Normalizer.normalize(personal.reveal(), Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
