package org.complaintkit.rules.pack;

import java.util.Set;
import org.complaintkit.policy.Policy;

/** The parameters that the library itself reads under every policy that declares them. Stateless. */
public final class ReadByLibrary {
    private static final Set<String> NAMES = Set.of(
            "cutOff",
            "dayEnd",
            "rollForwardOnHoliday",
            "serviceHours",
            "signals.threshold",
            "signals.margin",
            "merged.limitsStand",
            Policy.EARLIER_RECEIPTS);

    private static final String OF_ROUNDS = ".maxRounds";

    private ReadByLibrary() {}

    /** Whether the library reads the parameter of this id. */
    public static boolean reads(String parameter) {
        return NAMES.contains(parameter) || parameter.endsWith(OF_ROUNDS);
    }
}
