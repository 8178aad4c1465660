package org.complaintkit.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.Term;
import org.jspecify.annotations.Nullable;

/**
 * One policy, all its tables read and checked. Immutable and thread-safe.
 *
 * @param pack identity of the pack that carries it
 * @param titles title by language tag
 * @param effectiveFrom first day in force, in its own zone; null where it always was, or the text names no day (RCC-25)
 * @param effectiveTo last day in force, that day included; null while it is open
 * @param calendar id of the working calendar it counts by
 * @param conventions name of the set of counting conventions
 * @param zone time zone of its days
 * @param parameters declared parameters with the values in force
 * @param clauses clauses by id, in the order of the text
 * @param vocabulary all codes it may use
 * @param fallbackRoles the role that acts where nobody holds another
 * @param deadlines by id, in the order of the table
 * @param extensions in the order of the table
 * @param reports in the order of the table
 * @param escalations by id
 * @param duties by code
 * @param forms by id
 * @param transitions in order; the first that fits applies
 * @param precedence in order
 * @param cumulative whether a case carries a set of categories and no primary one
 * @param documentControl who drafted, reviewed and approved the text, its revision, the laws it names; metadata
 * @param accounts amounts, numbers and measures
 * @param tightenings what it asks of packs above it on the same case
 * @param signals words of a complaint's text that speak for categories and labels
 * @param safeguards authorities and retention
 */
public record Policy(
        PackVersion pack,
        Map<String, String> titles,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String calendar,
        String conventions,
        ZoneId zone,
        Parameters parameters,
        Map<String, Clause> clauses,
        Vocabulary vocabulary,
        Map<String, String> fallbackRoles,
        Map<String, DeadlineRule> deadlines,
        List<ExtensionRule> extensions,
        List<ReportRule> reports,
        Map<String, EscalationRule> escalations,
        Map<String, DutyRule> duties,
        Map<String, Form> forms,
        List<Transition> transitions,
        List<Precedence> precedence,
        boolean cumulative,
        Map<String, String> documentControl,
        AccountRules accounts,
        List<Tightening> tightenings,
        SignalTable signals,
        Safeguards safeguards) {
    /** The parameter by which a policy says that it governs what was received before it came into force. */
    public static final String EARLIER_RECEIPTS = "inForce.earlierReceipts";

    /**
     * The same policy with some parameters set; see {@link Parameters#with(Map)}.
     *
     * @throws org.complaintkit.calendar.InvalidInputException also if a code is no word of the vocabulary
     */
    public Policy with(Map<String, ?> values) {
        values.forEach((id, value) -> {
            Parameter parameter = parameters.declared().get(id);
            if (parameter != null && parameter.kind() == Parameter.Kind.CODE) {
                code(parameter, value.toString());
            }
        });
        Parameters set = parameters.with(values);
        deadlines.values().forEach(row -> {
            terms(row.limit(), set);
            terms(row.target(), set);
        });
        extensions.forEach(row -> terms(row.cap(), set));
        return values.isEmpty()
                ? this
                : new Policy(
                        pack,
                        titles,
                        effectiveFrom,
                        effectiveTo,
                        calendar,
                        conventions,
                        zone,
                        set,
                        clauses,
                        vocabulary,
                        fallbackRoles,
                        deadlines,
                        extensions,
                        reports,
                        escalations,
                        duties,
                        forms,
                        transitions,
                        precedence,
                        cumulative,
                        documentControl,
                        accounts,
                        tightenings,
                        signals,
                        safeguards);
    }

    private void code(Parameter parameter, String code) {
        if (parameter.unit().equals("ROLE") && !Roles.mayHandle(code)) {
            throw InvalidInputException.of("ROLE_CANNOT_HANDLE", parameter.id())
                    .value(code)
                    .rule("a role that can handle a complaint; the person complained about and the customer cannot")
                    .wayOut("name a unit or an officer")
                    .build();
        }
        vocabulary.require(parameter.unit(), code, parameter.id());
    }

    /** Parameters that are right one by one may make a term that is not: 20 to 10 working days. */
    private static void terms(LimitRule limit, Parameters set) {
        if (limit.kind() == LimitRule.Kind.FIRST_KNOWN) {
            limit.alternatives().forEach(each -> terms(each, set));
            return;
        }
        boolean term = limit.kind() == LimitRule.Kind.TERM || limit.kind() == LimitRule.Kind.SOFT_WORD;
        if (!term || limit.parameters().isEmpty()) {
            return;
        }
        String text = limit.term(set);
        try {
            Term.parse(text);
        } catch (InvalidInputException e) {
            throw InvalidInputException.of("PARAMETER_VALUE", String.join(", ", limit.parameters()))
                    .value(text)
                    .rule("parameters that together make a term: whole numbers, a target not after its limit")
                    .wayOut("set all of them to values that fit together")
                    .cause(e)
                    .build();
        }
    }

    /** The measures that its lists name against these causes, in the order of the table. */
    public List<MeasureRule> measures(Collection<String> causes) {
        return accounts.measures(causes);
    }

    /** Whether it is in force on a day of its zone: from the first to the last one, both included. */
    public boolean inForce(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** Whether it governs what was received on a day before it came into force; only if a clause of it says so. */
    public boolean governsEarlier(LocalDate day) {
        return effectiveFrom != null
                && day.isBefore(effectiveFrom)
                && parameters.declared().containsKey(EARLIER_RECEIPTS)
                && Boolean.parseBoolean(parameters.text(EARLIER_RECEIPTS));
    }

    /** Short code of the policy, such as {@code RCC}. */
    public String id() {
        return pack.id();
    }

    /** The code that is the answer to a question when no rule proposed any. */
    public Optional<Precedence> defaultFor(String answer) {
        for (Precedence row : precedence) {
            if (row.isDefault() && row.answer().equals(answer)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
