package org.complaintkit.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import org.complaintkit.model.Complaint;

/**
 * What the rules see of a complaint and its case at one moment: codes, numbers and flags, nothing that identifies a
 * person. All of it is read-only. Thread-safe as long as the collections handed in are not changed.
 *
 * @param complaint the complaint; rules see its codes, amounts and flags only
 * @param answers the answers of the stages before
 * @param standing where the case stands
 * @param happening the event that is being judged or has just happened
 * @param signals what the text speaks for
 */
public record Situation(Complaint complaint, Answers answers, Standing standing, Happening happening, Signals signals) {

    /** Before the complaint's text is read. */
    public Situation(Complaint complaint, Answers answers, Standing standing, Happening happening) {
        this(complaint, answers, standing, happening, Signals.NONE);
    }

    /**
     * The answers so far. Codes are empty while undecided.
     *
     * @param labels facts given and labels derived
     * @param categories all categories that apply
     * @param category the primary one
     * @param complexity class that decides the limit
     * @param grade grade of gravity
     * @param owner role that handles it
     * @param assists roles that help
     * @param approver role that approves; empty where nobody need
     */
    public record Answers(
            Set<String> labels,
            Set<String> categories,
            String category,
            String complexity,
            String grade,
            String owner,
            Set<String> assists,
            String approver) {

        /** Nothing answered, these labels known. */
        public static Answers none(Set<String> labels) {
            return new Answers(labels, Set.of(), "", "", "", "", Set.of(), "");
        }
    }

    /**
     * Where the case stands.
     *
     * @param complainantCount persons known by now
     * @param outcome responsibility outcome; empty while undetermined
     * @param state state of the case; empty before there is one
     * @param round 1 for the first handling
     * @param occurred events of this round so far; {@code contains} takes an event pattern
     * @param breached ids of deadlines whose limit passed without their end
     * @param overdue whether a deadline that ends the handling is breached; of the case, where the policy has none of its own
     * @param met ids of deadlines whose end came in time
     * @param targetMissed ids of deadlines whose target passed without their end
     * @param graded grade that the last event said which graded the case; empty if none did
     * @param lowered grade that a person named and gave a reason for, which may be a lower one; empty if nobody did
     * @param satisfaction level of satisfaction said last; empty if none was
     * @param settledAmount amount named by the last event that named one, else the loss claimed
     * @param today the day at which one looks, in the policy's zone
     * @param receivedOn the day of receipt, in the policy's zone
     */
    public record Standing(
            int complainantCount,
            String outcome,
            String state,
            int round,
            Collection<String> occurred,
            Set<String> breached,
            boolean overdue,
            Set<String> met,
            Set<String> targetMissed,
            String graded,
            String lowered,
            String satisfaction,
            BigDecimal settledAmount,
            LocalDate today,
            LocalDate receivedOn) {

        /** State, round and day: what events said of grade and satisfaction may be personal words and stays out. */
        @Override
        public String toString() {
            return "Standing[" + state + ", round " + round + ", " + today + "]";
        }
    }

    /**
     * An event as rules see it.
     *
     * @param event its type; empty when only time has passed
     * @param by role that acted; empty where unknown
     * @param byParty whether the person complained about, or somebody who reports to that person, acted
     * @param toParty whether it hands the matter to one of these
     * @param byUnit whether somebody of the unit complained about, or of one below it, acted
     * @param details what it says, as {@code key=value} and, for each key said, {@code key}
     * @param amount amount that it names; zero where none
     * @param total sum of the amounts that events of its type have named in this round, it included
     * @param missing required fields that the form delivered by it lacks
     */
    public record Happening(
            String event,
            String by,
            boolean byParty,
            boolean toParty,
            boolean byUnit,
            Set<String> details,
            BigDecimal amount,
            BigDecimal total,
            Collection<String> missing) {
        /** Only time has passed. */
        public static final Happening NOTHING =
                new Happening("", "", false, false, false, Set.of(), BigDecimal.ZERO, BigDecimal.ZERO, Set.of());

        /** Type and role: the details may be personal words and stay out. */
        @Override
        public String toString() {
            return "Happening[" + event + " by " + by + "]";
        }
    }

    /** At reception: nothing decided, nothing happened; days are those of the zone. */
    public static Situation of(Complaint complaint, ZoneId zone) {
        LocalDate received = complaint.receivedAt().atZone(zone).toLocalDate();
        return new Situation(
                complaint,
                Answers.none(complaint.facts()),
                new Standing(
                        complaint.complainantCount(),
                        "",
                        "",
                        1,
                        Set.of(),
                        Set.of(),
                        false,
                        Set.of(),
                        Set.of(),
                        "",
                        "",
                        "",
                        complaint.claimedLoss(),
                        received,
                        received),
                Happening.NOTHING);
    }

    /** With the answers of the stages before. */
    public Situation with(Decision decision) {
        Answers decided = new Answers(
                decision.labels(),
                decision.categories(),
                decision.category(),
                decision.complexity(),
                decision.grade(),
                decision.owner(),
                decision.assists(),
                decision.approver());
        return new Situation(complaint, decided, standing, happening, decision.signals());
    }

    /** With these answers instead. */
    Situation with(Answers decided) {
        return new Situation(complaint, decided, standing, happening, signals);
    }

    /** With what the text speaks for. */
    public Situation with(Signals heard) {
        return new Situation(complaint, answers, standing, happening, heard);
    }

    /** Complaint, event and state: what an event says may be personal words and stays out. */
    @Override
    public String toString() {
        return "Situation[" + complaint + ", " + happening.event() + ", " + standing.state() + "]";
    }
}
