package org.complaintkit.decision;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Set;
import org.complaintkit.model.Complaint;

/**
 * What the rules see of a complaint and its case at one moment: codes, numbers and flags, nothing that identifies a
 * person. All of it is read-only. Thread-safe as long as the collections handed in are not changed.
 *
 * @param complaint the complaint; rules see its codes, amounts and flags only
 * @param labels facts given and labels derived so far
 * @param complainantCount persons known by now
 * @param categories all categories that apply; empty before they are decided
 * @param category the primary category; empty while undecided
 * @param complexity class that decides the limit; empty while undecided
 * @param grade empty where the policy has none
 * @param owner role; empty while undecided
 * @param assists roles
 * @param outcome responsibility outcome; empty while undetermined
 * @param state state of the case; empty before there is one
 * @param round 1 for the first handling
 * @param event type of the event that is being judged or has just happened; empty when only time has passed
 * @param eventBy role that acted; empty where unknown
 * @param byParty whether the person complained about acted
 * @param toParty whether the event hands the matter to the person complained about
 * @param details what the event says, as {@code key=value} and, for each key said, {@code key}
 * @param eventAmount amount that the event names; zero where none
 * @param missing required fields that the form delivered by this event lacks
 * @param occurred events of this round so far; {@code contains} takes an event pattern
 * @param breached ids of deadlines whose limit passed without their end
 * @param overdue whether a deadline that ends the handling is breached
 */
public record Situation(
        Complaint complaint,
        Set<String> labels,
        int complainantCount,
        Set<String> categories,
        String category,
        String complexity,
        String grade,
        String owner,
        Set<String> assists,
        String outcome,
        String state,
        int round,
        String event,
        String eventBy,
        boolean byParty,
        boolean toParty,
        Set<String> details,
        BigDecimal eventAmount,
        Collection<String> missing,
        Collection<String> occurred,
        Set<String> breached,
        boolean overdue) {

    /** At reception: nothing decided, nothing happened. */
    public static Situation of(Complaint complaint) {
        return new Situation(
                complaint,
                complaint.facts(),
                complaint.complainantCount(),
                Set.of(),
                "",
                "",
                "",
                "",
                Set.of(),
                "",
                "",
                1,
                "",
                "",
                false,
                false,
                Set.of(),
                BigDecimal.ZERO,
                Set.of(),
                Set.of(),
                Set.of(),
                false);
    }

    /** Complaint, event and state: what an event says may be personal words and stays out. */
    @Override
    public String toString() {
        return "Situation[" + complaint + ", " + event + ", " + state + "]";
    }

    /** With the answers of the stages before. */
    public Situation with(Decision decision) {
        return new Situation(
                complaint,
                decision.labels(),
                complainantCount,
                decision.categories(),
                decision.category(),
                decision.complexity(),
                decision.grade(),
                decision.owner(),
                decision.assists(),
                outcome,
                state,
                round,
                event,
                eventBy,
                byParty,
                toParty,
                details,
                eventAmount,
                missing,
                occurred,
                breached,
                overdue);
    }
}
