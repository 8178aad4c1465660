package org.complaintkit.rules.stage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What rules see of a situation: codes, numbers and flags, read-only. Names of accessors are names of fields in rules
 * (see {@code Field} in {@code org.complaintkit.rules.syntax}). Counts are {@code long}: Drools spells {@code int} by the
 * default locale. One fact lives for one question and one thread.
 */
public abstract class StageFact {
    private final Situation situation;
    private final Complaint complaint;
    private final Parameters parameters;
    private final ProposalSink sink;
    private @Nullable Set<String> given;

    StageFact(Situation situation, Parameters parameters, ProposalSink sink) {
        this.situation = situation;
        this.complaint = situation.complaint();
        this.parameters = parameters;
        this.sink = sink;
    }

    final void propose(Answer answer, String code) {
        sink.propose(answer, code, "");
    }

    final void propose(Answer answer, String code, String detail) {
        sink.propose(answer, code, detail);
    }

    final void propose(Answer answer, ParameterName name) {
        sink.propose(answer, parameters.text(name.id()), "");
    }

    /** A number that the institution may set. */
    public final BigDecimal param(String id) {
        return parameters.number(id);
    }

    /** How it came in. */
    public final String channel() {
        return complaint.channel();
    }

    /** Role or unit that received it first; empty where unknown. */
    public final String receivedBy() {
        return complaint.receivedBy();
    }

    /** What kind of person or body complains. */
    public final String complainantType() {
        return complaint.complainant().type();
    }

    /** Whether the name is withheld. */
    public final boolean anonymous() {
        return complaint.complainant().anonymous();
    }

    /** Whether an answer can be delivered. */
    public final boolean reachable() {
        return complaint.complainant().reachable();
    }

    /** Whether the customer ranks as important. */
    public final boolean vip() {
        return complaint.complainant().vip();
    }

    /** Categories named at intake. */
    public final Set<String> intakeCategories() {
        return complaint.intakeCategories();
    }

    /** Categories and labels for which the text of the complaint speaks. */
    public final Set<String> signals() {
        return situation.signals().codes();
    }

    /** Facts given and labels derived so far. */
    public final Set<String> labels() {
        return situation.answers().labels();
    }

    /** Causes named at intake. */
    public final Set<String> causes() {
        return complaint.causes();
    }

    /** What the complainant asks for. */
    public final Set<String> demands() {
        return complaint.demands();
    }

    /** Loss claimed; zero where none. */
    public final BigDecimal claimedLoss() {
        return complaint.claimedLoss();
    }

    /** Persons who complain of the same matter, known by now. */
    public final long complainantCount() {
        return situation.standing().complainantCount();
    }

    /** The further facts that are given and not false: {@code name}, and {@code name=value} of texts and their lists. */
    public final Set<String> given() {
        Set<String> names = given;
        if (names == null) {
            names = new TreeSet<>();
            for (Map.Entry<String, Object> fact : complaint.given().entrySet()) {
                Collection<?> values = fact.getValue() instanceof Collection<?> items ? items : Set.of(fact.getValue());
                if (values.isEmpty() || Boolean.FALSE.equals(fact.getValue())) {
                    continue;
                }
                names.add(fact.getKey());
                for (Object value : values) {
                    if (value instanceof String text) {
                        names.add(fact.getKey() + "=" + text);
                    }
                }
            }
            given = names;
        }
        return names;
    }

    /** The further fact {@code requestedAmount}; zero where it is not given as a number. */
    public final BigDecimal requestedAmount() {
        Object amount = complaint.given().get("requestedAmount");
        return amount instanceof Number ? new BigDecimal(amount.toString()) : BigDecimal.ZERO;
    }

    /** The further fact {@code representatives}: how many speak for a group; zero where it is not given as a number. */
    public final long representatives() {
        return complaint.given().get("representatives") instanceof Number number ? number.longValue() : 0;
    }

    /** Responsibility outcome; empty while undetermined. */
    public final String outcome() {
        return situation.standing().outcome();
    }

    /** State of the case; empty before there is one. */
    public final String state() {
        return situation.standing().state();
    }

    /** 1 for the first handling. */
    public final long round() {
        return situation.standing().round();
    }

    /** Type of the event that is judged or has just happened; empty when only time has passed. */
    public final String event() {
        return situation.happening().event();
    }

    /** Role that acted; empty where unknown. */
    public final String eventBy() {
        return situation.happening().by();
    }

    /** Whether the person complained about acted, or one who reports to that person. */
    public final boolean byParty() {
        return situation.happening().byParty();
    }

    /** Whether the event hands the matter to the person complained about, or to one who reports to that person. */
    public final boolean toParty() {
        return situation.happening().toParty();
    }

    /** Whether somebody of the unit complained about acted, or of one below it. */
    public final boolean byUnit() {
        return situation.happening().byUnit();
    }

    /** What the event says: {@code key} and {@code key=value}. */
    public final Set<String> details() {
        return situation.happening().details();
    }

    /** Amount that the event names; zero where none. */
    public final BigDecimal eventAmount() {
        return situation.happening().amount();
    }

    /** Required fields that the form delivered by this event lacks. */
    public final Collection<String> missing() {
        return situation.happening().missing();
    }

    /** Events of this round; contains takes an event pattern. */
    public final Collection<String> occurred() {
        return situation.standing().occurred();
    }

    /** Deadlines whose limit has passed without their end. */
    public final Set<String> breached() {
        return situation.standing().breached();
    }

    /** Whether a deadline that ends the handling is breached. */
    public final boolean overdue() {
        return situation.standing().overdue();
    }

    /** Deadlines whose end came in time. */
    public final Set<String> met() {
        return situation.standing().met();
    }

    /** Deadlines whose target has passed without their end. */
    public final Set<String> targetMissed() {
        return situation.standing().targetMissed();
    }

    /** The grade that a person named and gave a reason for; empty if nobody did. */
    public final String lowered() {
        return situation.standing().lowered();
    }

    /** The grade that the last event said which graded the case; empty if none did. */
    public final String graded() {
        return situation.standing().graded();
    }

    /** The level of satisfaction said last; empty if none was. */
    public final String satisfaction() {
        return situation.standing().satisfaction();
    }

    /** The amount named by the last event that named one, else the loss claimed. */
    public final BigDecimal settledAmount() {
        return situation.standing().settledAmount();
    }

    /** The amounts named by events of this type in this round, this one included. */
    public final BigDecimal eventTotal() {
        return situation.happening().total();
    }

    /** The day at which one looks, as a number: 20251115. */
    public final long today() {
        return number(situation.standing().today());
    }

    /** The day of receipt, as a number: 20251115. */
    public final long receivedDay() {
        return number(situation.standing().receivedOn());
    }

    private static long number(LocalDate day) {
        return (day.getYear() * 100L + day.getMonthValue()) * 100L + day.getDayOfMonth();
    }
}
