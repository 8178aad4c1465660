package org.complaintkit.rules.drools;

import org.drools.base.util.Drools;

/** The version of Drools on the class path: compiled packs run only on the version that compiled them. */
public final class DroolsVersion {
    private DroolsVersion() {}

    /** Such as {@code 10.2.0}. */
    public static String running() {
        return Drools.getFullVersion();
    }
}
