package org.complaintkit.lifecycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Situation;
import org.complaintkit.model.Conflict;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Roles;
import org.jspecify.annotations.Nullable;

/** What the rules see of a draft, and what events add to its facts. */
final class Facts {
    private static final Instant LAST = Instant.MAX.minus(Duration.ofDays(1));

    /** Keys under which an event may name labels that hold from then on. */
    private static final List<String> LABEL_KEYS = List.of("facts", "kind", "level", "finding");

    /** Keys under which an event may say which fields of a form are filled in. */
    static final List<String> FIELDS = List.of("fields", "elements");

    private static final Pattern BESIDE_WORDS = Pattern.compile("\\([^()]*\\)|['’]S\\b");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Z0-9]+");

    private final Organisation organisation;
    private final Addressee addressee;
    /** Ids of the packs that have a deadline of their own for the handling. */
    private final Set<String> handling = new TreeSet<>();

    Facts(List<Policy> policies, Organisation organisation, Addressee addressee) {
        this.organisation = organisation;
        this.addressee = addressee;
        for (Policy policy : policies) {
            if (policy.deadlines().values().stream().anyMatch(DeadlineRule::endsHandling)) {
                handling.add(policy.id());
            }
        }
    }

    /** Takes over what an event that took effect says about the matter. */
    static void learn(Draft draft, CaseEvent event, List<Policy> policies) {
        for (String key : LABEL_KEYS) {
            for (String value : event.values(key)) {
                event.labels(value)
                        .filter(label -> policies.stream()
                                .anyMatch(policy -> policy.vocabulary().knows("LABEL", label)))
                        .findFirst()
                        .ifPresent(label -> draft.facts.putIfAbsent(label, event.id()));
            }
        }
        boolean determines =
                policies.stream().anyMatch(policy -> policy.vocabulary().marks(Mark.DETERMINES, event.type()));
        if (determines && !event.value("outcome").isEmpty()) {
            draft.outcome = event.value("outcome");
        }
        draft.complainantCount = Joined.known(draft.events)
                ? Persons.of(draft).count()
                : Math.max(draft.complainantCount, persons(event));
    }

    /** The situation with the answers that the pack gave last. */
    Situation decided(Draft draft, Policy policy, @Nullable CaseEvent event) {
        Situation situation = undecided(draft, policy, event);
        Decision decided = draft.decisions.get(policy.id());
        return decided == null ? situation : situation.with(decided);
    }

    /** The situation before any answer: facts, history and the event alone. */
    Situation undecided(Draft draft, Policy policy, @Nullable CaseEvent event) {
        String pack = policy.id();
        Set<String> breached = new TreeSet<>();
        Set<String> met = new TreeSet<>();
        Set<String> targetMissed = new TreeSet<>();
        boolean overdue = false;
        boolean handles = handling.contains(pack);
        for (Deadline deadline : draft.deadlines.values()) {
            if (!handles && deadline.rule().endsHandling() && deadline.state(draft.now) == DeadlineState.BREACHED) {
                overdue = true;
            }
            if (deadline.pack().equals(pack)) {
                DeadlineState state = deadline.state(draft.now);
                if (state == DeadlineState.BREACHED) {
                    breached.add(deadline.id());
                    overdue |= deadline.rule().endsHandling();
                } else if (state == DeadlineState.MET) {
                    met.add(deadline.id());
                }
                if (deadline.targetMissed(draft.now)) {
                    targetMissed.add(deadline.id());
                }
            }
        }
        return new Situation(
                draft.complaint,
                Situation.Answers.none(labels(draft, pack)),
                new Situation.Standing(
                        draft.complainantCount,
                        draft.outcome,
                        draft.track(policy).state,
                        draft.track(policy).round,
                        draft.history(policy),
                        breached,
                        overdue,
                        met,
                        targetMissed,
                        draft.graded(policy.vocabulary().marked(Mark.GRADES)),
                        draft.gradedWithReason(policy.vocabulary().marked(Mark.GRADES)),
                        said(draft, policy.vocabulary().marked(Mark.TELLS_SATISFACTION), "level"),
                        settled(draft),
                        day(draft.now, policy.zone()),
                        draft.complaint.receivedAt().atZone(policy.zone()).toLocalDate()),
                event == null ? Situation.Happening.NOTHING : happening(draft, policy, event));
    }

    /** An intent, or a moment of knowledge, may lie beyond what a local day can say: then the last there is. */
    static LocalDate day(Instant at, ZoneId zone) {
        return at.isBefore(LAST) ? at.atZone(zone).toLocalDate() : LocalDate.MAX;
    }

    /** Facts, and what other packs of the case derived from them. */
    private static Set<String> labels(Draft draft, String pack) {
        Set<String> labels = new TreeSet<>(draft.facts.keySet());
        draft.decisions.forEach((other, decision) -> {
            if (!other.equals(pack)) {
                labels.addAll(decision.derivedLabels());
            }
        });
        return labels;
    }

    /** What the last event of some types that took effect says under a key. */
    private static String said(Draft draft, Set<String> types, String key) {
        String said = "";
        for (CaseEvent event : draft.events) {
            if (types.contains(event.type())
                    && !event.value(key).isEmpty()
                    && !draft.withoutEffect.contains(event.id())) {
                said = event.value(key);
            }
        }
        return said;
    }

    private static BigDecimal settled(Draft draft) {
        BigDecimal settled = draft.complaint.claimedLoss();
        for (CaseEvent event : draft.events) {
            if (event.data().containsKey("amount") && !draft.withoutEffect.contains(event.id())) {
                settled = number(event, "amount");
            }
        }
        return settled;
    }

    /** The amounts of events of one type in this round, with the one that is judged or has just happened. */
    private static BigDecimal total(Draft draft, Policy policy, CaseEvent event) {
        BigDecimal total = number(event, "amount");
        for (CaseEvent earlier : draft.events.subList(draft.track(policy).firstEvent, draft.events.size())) {
            if (earlier.type().equals(event.type())
                    && !earlier.id().equals(event.id())
                    && !draft.withoutEffect.contains(earlier.id())) {
                total = total.add(number(earlier, "amount"));
            }
        }
        return total;
    }

    private Situation.Happening happening(Draft draft, Policy policy, CaseEvent event) {
        Conflict conflict = new Conflict(
                organisation,
                draft.complaint.complainedUnit(),
                draft.complaint.party(),
                day(event.occurredAt(), policy.zone()));
        if (!addressee.tells(draft, policy, event)) {
            return acted(event, conflict);
        }
        return new Situation.Happening(
                event.type(),
                event.by(),
                byParty(event, conflict),
                toParty(event, conflict),
                conflict.unit(event.person()),
                event.details(),
                number(event, "amount"),
                total(draft, policy, event),
                missing(policy, event));
    }

    /** Of a decision about the limits of other packs the rules see who took it: no guard against the party is loosened. */
    private static Situation.Happening acted(CaseEvent event, Conflict conflict) {
        return new Situation.Happening(
                "",
                event.by(),
                byParty(event, conflict),
                toParty(event, conflict),
                conflict.unit(event.person()),
                Set.of(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Set.of());
    }

    private static boolean byParty(CaseEvent event, Conflict conflict) {
        return event.by().equals(Roles.PARTY) || conflict.party(event.person());
    }

    private static boolean toParty(CaseEvent event, Conflict conflict) {
        return event.says("to", Roles.PARTY) || event.values("to").stream().anyMatch(conflict::party);
    }

    /**
     * Required fields that the form delivered by this event lacks. An event that does not say what is filled in stands for a
     * complete form: hosts report that a form came back long before they report its fields.
     */
    private static Set<String> missing(Policy policy, CaseEvent event) {
        Set<String> filledIn = new LinkedHashSet<>();
        boolean said = false;
        for (String key : FIELDS) {
            said |= event.data().containsKey(key);
            event.values(key).forEach(field -> filledIn.add(code(field)));
        }
        Set<String> missing = new LinkedHashSet<>();
        if (said) {
            policy.forms().values().stream()
                    .filter(form -> form.deliveredBy().patterns().anyMatch(pattern -> pattern.matches(event)))
                    .forEach(form -> missing.addAll(form.missing(filledIn)));
        }
        return missing;
    }

    /** Field names are taken as codes or as their English words: "head's signature", "reason (course)". */
    static String code(String field) {
        String words = BESIDE_WORDS.matcher(field.toUpperCase(Locale.ROOT)).replaceAll(" ");
        return BETWEEN_WORDS.matcher(words.strip()).replaceAll("_");
    }

    /** How many persons an event tells of; 0 where it tells of none. */
    static int persons(CaseEvent event) {
        return number(event, "count").intValue();
    }

    private static BigDecimal number(CaseEvent event, String key) {
        try {
            return event.value(key).isEmpty() ? BigDecimal.ZERO : new BigDecimal(event.value(key));
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }
}
