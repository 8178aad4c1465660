package org.complaintkit.policy;

import java.util.Set;

/** What the library itself knows of roles; all others are words of the packs. */
public final class Roles {
    /** The person complained about. */
    public static final String PARTY = "PARTY";
    /** Whoever complains. */
    public static final String CUSTOMER = "CUSTOMER";
    /** In {@code duties.csv}: whoever owns the case. */
    public static final String OWNER = "OWNER";

    private static final Set<String> NEVER_HANDLE = Set.of(PARTY, CUSTOMER, OWNER);

    private Roles() {}

    /** Whether a role can own, assist or watch: neither the party nor the customer ever does (RCC-11d). */
    public static boolean mayHandle(String role) {
        return !NEVER_HANDLE.contains(role);
    }
}
