package org.complaintkit.calendar;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The clocks of recent questions, so that their tables are made once; it remembers, it does not decide. */
final class ServiceClocks {
    private static final int MOST = 32;
    private static final Map<Key, ServiceClock> CLOCKS = new LinkedHashMap<>();

    /** Calendars are compared by identity: equal versions may still be read in different scenarios. */
    private record Key(int calendar, String version, ServiceHours hours, ZoneId zone) {}

    private ServiceClocks() {}

    static ServiceClock of(WorkingCalendar calendar, ServiceHours hours, ZoneId zone) {
        Key key = new Key(System.identityHashCode(calendar), calendar.version(), hours, zone);
        synchronized (CLOCKS) {
            ServiceClock clock = CLOCKS.get(key);
            if (clock == null || !clock.isOf(calendar)) {
                if (CLOCKS.size() >= MOST) {
                    CLOCKS.remove(CLOCKS.keySet().iterator().next());
                }
                clock = ServiceClock.of(calendar, hours, zone);
                CLOCKS.put(key, clock);
            }
            return clock;
        }
    }
}
