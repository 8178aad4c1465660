package org.complaintkit.calendar;

import java.lang.ref.SoftReference;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The clocks of recent questions, so that their tables are made once; it remembers, it does not decide. What it keeps it
 * keeps softly, since a clock holds on to its calendar: at most {@link #MOST} clocks, and none when memory is short.
 */
final class ServiceClocks {
    static final int MOST = 32;
    private static final Map<Key, SoftReference<ServiceClock>> CLOCKS = new LinkedHashMap<>(16, 0.75f, true);

    /** Calendars are compared by identity: equal versions may still be read in different scenarios. */
    private record Key(int calendar, String version, ServiceHours hours, ZoneId zone) {}

    private ServiceClocks() {}

    static ServiceClock of(WorkingCalendar calendar, ServiceHours hours, ZoneId zone) {
        Key key = new Key(System.identityHashCode(calendar), calendar.version(), hours, zone);
        synchronized (CLOCKS) {
            SoftReference<ServiceClock> kept = CLOCKS.get(key);
            ServiceClock clock = kept == null ? null : kept.get();
            if (clock == null || !clock.isOf(calendar)) {
                clock = ServiceClock.of(calendar, hours, zone);
                CLOCKS.put(key, new SoftReference<>(clock));
                if (CLOCKS.size() > MOST) {
                    CLOCKS.remove(CLOCKS.keySet().iterator().next());
                }
            }
            return clock;
        }
    }

    static int size() {
        synchronized (CLOCKS) {
            return CLOCKS.size();
        }
    }
}
