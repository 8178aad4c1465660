package org.complaintkit.repository.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;

/** Cases to store: real ones, made by the lifecycle under a small policy. */
public final class Samples {
    /** A Monday morning in Shanghai. */
    public static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    private static final Lifecycle LIFECYCLE =
            new Lifecycle(List.of(TestRules.book()), CalendarRegistry.standard(), Organisation.UNKNOWN);

    private Samples() {}

    /** A complaint received on Monday morning. */
    public static Outcome received(String id) {
        return received(id, MONDAY);
    }

    /** A complaint received at a moment; it is due two hours and a nanosecond later. */
    public static Outcome received(String id, Instant at) {
        return received(complaint(id, at));
    }

    /** A complaint that can be changed before it is received. */
    public static Complaint.Builder complaint(String id, Instant at) {
        return Complaint.received(id, at, "TELEPHONE").category("SERVICE");
    }

    /** The case of a complaint. */
    public static Outcome received(Complaint.Builder complaint) {
        return LIFECYCLE.receive(complaint.build());
    }

    /** Time passes. */
    public static Outcome later(Case value, Duration by) {
        return LIFECYCLE.advance(value, value.advancedTo().plus(by));
    }

    /** Something happens that changes nothing but the record. */
    public static Outcome noted(Case value, String eventId, Map<String, Object> data) {
        return happened(value, eventId, value.advancedTo().plusSeconds(1), data);
    }

    /** The same at a moment. */
    public static Outcome happened(Case value, String eventId, Instant at, Map<String, Object> data) {
        return LIFECYCLE.handle(value, new CaseEvent(eventId, "NOTE", "UNIT", "p-1", at, at, data));
    }

    /** The complaint is registered: another state. */
    public static Outcome registered(Case value) {
        Instant at = value.advancedTo().plusSeconds(1);
        return LIFECYCLE.handle(value, CaseEvent.of("registered", "COMPLAINT_REGISTERED", "FRONT", at));
    }

    /** When the case is due. */
    public static Instant moment(Case value) {
        return value.nextMoment().orElseThrow(() -> new IllegalStateException("a sample is due at some moment"));
    }
}
