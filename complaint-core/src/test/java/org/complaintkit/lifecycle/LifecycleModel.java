package org.complaintkit.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintkit.deadline.DeadlineState;
import org.jspecify.annotations.Nullable;

/** The life of a general complaint of the test policy, told a second time without tables, guards or folds. */
final class LifecycleModel {
    static final List<String> EVENTS = List.of(
            "COMPLAINT_REGISTERED",
            "COMPLAINT_ACCEPTED",
            "CLASSIFIED_EVENT",
            "ASSIGNED_EVENT",
            "INVESTIGATION_STARTED",
            "REPLIED_TO_CUSTOMER",
            "REPLIED_TO_FORWARDER",
            "RECORD_FILED",
            "CLOSED_EVENT",
            "FOLLOWED_UP",
            "REPEAT_RECEIVED",
            "WITHDRAWAL_REQUESTED",
            "WITHDRAWAL_VOLUNTARY",
            "ARCHIVED_EVENT",
            "EXTENSION_GRANTED",
            "CONTACTED",
            "NOTE");
    private static final List<String> LINE =
            List.of("RECEIVED", "REGISTERED", "ACCEPTED", "CLASSIFIED", "ASSIGNED", "INVESTIGATING");

    private final boolean reachable;
    private final boolean forwarded;
    private String state = "RECEIVED";
    private int round = 1;
    private @Nullable Instant answered;
    private @Nullable Instant forwarderTold;
    private @Nullable Instant withdrawn;
    private boolean replied;
    private boolean visited;

    LifecycleModel(boolean reachable, boolean forwarded) {
        this.reachable = reachable;
        this.forwarded = forwarded;
    }

    String state() {
        return state;
    }

    int round() {
        return round;
    }

    /** Lets an event happen; whether it took effect. */
    boolean happen(String type, boolean grounded, Instant at) {
        boolean open = state.equals("REPLIED") || state.equals("FOLLOWING_UP");
        if (type.equals("EXTENSION_GRANTED")) {
            return grounded;
        }
        if (type.equals("CLOSED_EVENT") && open && forwarded && forwarderTold == null) {
            return false;
        }
        switch (type) {
            case "COMPLAINT_REGISTERED" -> along(1, at(0));
            case "COMPLAINT_ACCEPTED" -> along(2, before(2));
            case "CLASSIFIED_EVENT" -> along(3, before(3));
            case "ASSIGNED_EVENT" -> along(4, before(4) || at(4));
            case "INVESTIGATION_STARTED" -> along(5, before(5));
            case "REPLIED_TO_CUSTOMER" -> reply(reachable, true, at);
            case "RECORD_FILED" -> reply(!reachable, !reachable, at);
            case "REPLIED_TO_FORWARDER" -> forwarderTold = forwarderTold == null ? at : forwarderTold;
            case "CLOSED_EVENT" -> state = open ? "CLOSED" : state;
            case "FOLLOWED_UP" -> {
                visited = true;
                state = state.equals("FOLLOWING_UP") ? "CLOSED" : state;
            }
            case "REPEAT_RECEIVED" -> {
                if (open || state.equals("CLOSED")) {
                    again();
                }
            }
            case "WITHDRAWAL_REQUESTED" -> state = before(6) ? "WITHDRAWAL_CHECK" : state;
            case "WITHDRAWAL_VOLUNTARY" -> {
                if (state.equals("WITHDRAWAL_CHECK")) {
                    state = "WITHDRAWN";
                    withdrawn = at;
                }
            }
            case "ARCHIVED_EVENT" -> state = state.equals("CLOSED") || state.equals("WITHDRAWN") ? "ARCHIVED" : state;
            default -> {}
        }
        return true;
    }

    /** The day of the follow-up visit begins. */
    void visit(Instant day, Instant now) {
        if (state.equals("REPLIED") && reachable && replied && !visited && !day.isAfter(now)) {
            state = "FOLLOWING_UP";
        }
    }

    /** What the clock of the reply says. */
    DeadlineState reply(Instant limit, Instant now) {
        Optional<Instant> done = answered == null || (forwarded && forwarderTold == null)
                ? Optional.empty()
                : Stream.of(answered, forwarded && forwarderTold != null ? forwarderTold : answered)
                        .max(Instant::compareTo);
        Instant end = done.orElse(Instant.MAX);
        Instant gone = withdrawn == null ? Instant.MAX : withdrawn;
        Instant stop = end.isBefore(gone) ? end : gone;
        if (!(stop.isBefore(now) ? stop : now).isBefore(limit)) {
            return DeadlineState.BREACHED;
        }
        if (stop.equals(Instant.MAX)) {
            return DeadlineState.OPEN;
        }
        return stop.equals(end) ? DeadlineState.MET : DeadlineState.CANCELLED;
    }

    private void reply(boolean counts, boolean moves, Instant at) {
        answered = counts && answered == null ? at : answered;
        if (moves && before(6)) {
            state = "REPLIED";
            replied = true;
        }
    }

    private void again() {
        state = "RECEIVED";
        round++;
        answered = null;
        forwarderTold = null;
        withdrawn = null;
        replied = false;
        visited = false;
    }

    private void along(int to, boolean leads) {
        state = leads ? LINE.get(to) : state;
    }

    private boolean at(int place) {
        return state.equals(LINE.get(place));
    }

    /** In the line, before a place. */
    private boolean before(int place) {
        int here = LINE.indexOf(state);
        return here >= 0 && here < place;
    }
}
