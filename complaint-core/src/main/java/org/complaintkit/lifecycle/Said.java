package org.complaintkit.lifecycle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.Pause;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.Known;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Policy;

/**
 * What limits rest on, as a draft has it.
 *
 * @param upTo standstills count up to this moment, as known then; {@link Instant#MAX} for all that is known
 */
record Said(Draft draft, History history, Policy policy, Extensions extensions, Instant upTo) implements Known {

    /** All that the draft knows. */
    static Said of(Draft draft, History history, Policy policy, Extensions extensions) {
        return new Said(draft, history, policy, extensions, Instant.MAX);
    }

    @Override
    public Optional<Deadline> deadline(String ruleId) {
        Optional<Deadline> inForce = Optional.ofNullable(draft.deadlines.get(Deadline.place(policy.id(), ruleId)))
                .filter(deadline -> deadline.supersededAt() == null);
        return inForce.isPresent() ? inForce : extensions.extended(draft, ruleId);
    }

    @Override
    public List<Saying> said(EventPattern pattern) {
        return history.said(pattern);
    }

    @Override
    public String given(String name) {
        Object fact = draft.complaint.given().get(name);
        return fact == null ? "" : fact.toString();
    }

    @Override
    public List<Pause> pauses(DeadlineRule rule) {
        ZoneId zone = policy.zone();
        return Standstill.of(draft, history, policy, rule)
                .flatMap(each -> upTo.equals(Instant.MAX) ? Optional.of(each).stream() : each.upTo(upTo, zone).stream())
                .map(Standstill::pause)
                .toList();
    }
}
