package org.complaintkit.rules.simulate;

import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.lifecycle.Case;

/** By how many days the effective limits moved. Not thread-safe. */
final class Shifts {
    /** Beyond it all shifts are counted together. */
    static final int MOST = 60;

    private final TreeMap<Integer, Long> byDays = new TreeMap<>();

    /** Takes in a case that has a limit before and after. */
    void add(Case before, Case after) {
        before.effective()
                .ifPresent(was -> after.effective().ifPresent(is -> {
                    if (!was.limit().isNever() && !is.limit().isNever()) {
                        long days = ChronoUnit.DAYS.between(
                                was.limit().day(), is.limit().day());
                        if (days != 0 || !was.limit().equals(is.limit())) {
                            byDays.merge((int) Math.max(-MOST, Math.min(MOST, days)), 1L, Long::sum);
                        }
                    }
                }));
    }

    /** Cases by calendar days, later ones positive; 0 where only the hour moved. */
    Map<Integer, Long> byDays() {
        return Collections.unmodifiableMap(new TreeMap<>(byDays));
    }
}
