package org.complaintkit.policy;

import java.util.Set;

/** What the library itself knows of roles; all others are words of the packs. */
public final class Roles {
    /** The person complained about. */
    public static final String PARTY = "PARTY";
    /** Whoever complains. */
    public static final String CUSTOMER = "CUSTOMER";
    /** In {@code duties.csv} and {@code escalations.csv}: whoever owns the case. */
    public static final String OWNER = "OWNER";
    /** In {@code duties.csv} and {@code escalations.csv}: whoever approves what is to be answered. */
    public static final String APPROVER = "APPROVER";

    private static final Set<String> NEVER_HANDLE = Set.of(PARTY, CUSTOMER, OWNER, APPROVER);

    private Roles() {}

    /** Whether the word stands for the role that a decision names. */
    public static boolean decided(String role) {
        return role.equals(OWNER) || role.equals(APPROVER);
    }

    /** Whether a role can own, assist or watch: neither the party nor the customer ever does (RCC-11d). */
    public static boolean mayHandle(String role) {
        return !NEVER_HANDLE.contains(role);
    }
}
