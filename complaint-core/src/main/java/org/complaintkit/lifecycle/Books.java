package org.complaintkit.lifecycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.complaintkit.decision.Account;
import org.complaintkit.decision.Amount;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Reason;
import org.complaintkit.decision.Resolution;
import org.complaintkit.duty.Finding;
import org.complaintkit.policy.AmountRule;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Formula;
import org.complaintkit.policy.MeasureRule;
import org.complaintkit.policy.NumberRule;
import org.complaintkit.policy.Policy;

/** Reckons amounts and makes numbers for a draft, as one policy has it, from the events of the round that took effect. */
final class Books {
    /** The key under which an event says a running number. */
    static final String SEQUENCE = "sequence";

    private static final String OVERFLOW = "NUMBER_OVERFLOW";
    private static final String GIVEN = "given.";
    private static final String CLAIMED_LOSS = "claimedLoss";
    private static final BigDecimal MOST = BigDecimal.TEN.pow(18);
    private static final int MOST_DIGITS = 40;

    private final Policy policy;

    Books(Policy policy) {
        this.policy = policy;
    }

    /** What the proposals of the stage of accounting come to. */
    Account account(Draft draft, List<Proposal> proposals) {
        List<Reason> reasons = new ArrayList<>();
        List<Decision.Conflict> conflicts = new ArrayList<>();
        String count = Resolution.of(Answer.COUNT, proposals, policy).into(reasons, conflicts);
        String form = Resolution.of(Answer.SETTLED_ON, proposals, policy).into(reasons, conflicts);
        List<Amount> amounts = amounts(draft, proposals, reasons);
        List<String> measures = policy.measures(draft.complaint.causes()).stream()
                .map(MeasureRule::measure)
                .distinct()
                .toList();
        return new Account(count, amounts, form, measures, conflicts, reasons);
    }

    /** Of several variants that the rules ask for, the one higher in the table counts. */
    private List<Amount> amounts(Draft draft, List<Proposal> proposals, List<Reason> reasons) {
        Set<String> asked = new LinkedHashSet<>();
        proposals.stream().filter(p -> p.answer() == Answer.AMOUNT).forEach(p -> asked.add(p.code()));
        Map<String, AmountRule> rows = new LinkedHashMap<>();
        policy.accounts().amounts().values().stream()
                .filter(row -> asked.contains(row.id()))
                .forEach(row -> rows.putIfAbsent(row.name(), row));
        List<Amount> amounts = new ArrayList<>();
        for (AmountRule row : rows.values()) {
            reckon(draft, row, rows, new HashSet<>()).ifPresent(value -> {
                amounts.add(new Amount(row.name(), value, row.role(), row.clause(), row.basis()));
                proposals.stream()
                        .filter(p -> p.answer() == Answer.AMOUNT && p.code().equals(row.id()))
                        .forEach(p -> reasons.add(p.reason(policy.pack().label())));
            });
        }
        return amounts;
    }

    private Optional<BigDecimal> reckon(Draft draft, AmountRule row, Map<String, AmountRule> asked, Set<String> open) {
        if (!open.add(row.id())) {
            return Optional.empty();
        }
        Optional<BigDecimal> value = row.formula()
                .value(name -> number(draft, name, asked, open))
                .filter(found -> found.abs().compareTo(MOST) <= 0)
                .map(found -> plain(found.setScale(2, RoundingMode.HALF_UP)));
        open.remove(row.id());
        return value;
    }

    private Optional<BigDecimal> number(
            Draft draft, Formula.Name name, Map<String, AmountRule> asked, Set<String> open) {
        return switch (name.kind()) {
            case PARAMETER -> Optional.of(policy.parameters().number(name.text()));
            case EVENT -> last(said(draft, name));
            case SUM -> Optional.of(said(draft, name).stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            case WORD -> word(draft, name.text(), asked, open);
        };
    }

    private Optional<BigDecimal> word(Draft draft, String word, Map<String, AmountRule> asked, Set<String> open) {
        if (word.equals(CLAIMED_LOSS)) {
            return bounded(draft.complaint.claimedLoss());
        }
        if (word.startsWith(GIVEN)) {
            return Optional.ofNullable(draft.complaint.given().get(word.substring(GIVEN.length())))
                    .filter(Number.class::isInstance)
                    .flatMap(value -> parsed(value.toString()));
        }
        return Optional.ofNullable(
                        asked.getOrDefault(word, policy.accounts().amounts().get(word)))
                .flatMap(row -> reckon(draft, row, asked, open));
    }

    private List<BigDecimal> said(Draft draft, Formula.Name name) {
        EventPattern pattern = name.event().orElseThrow();
        return draft.effectiveEvents(policy).stream()
                .filter(pattern::matches)
                .flatMap(event -> parsed(event.value(name.text())).stream())
                .toList();
    }

    /** Whether the policy numbers cases at all. */
    boolean numbers() {
        return !policy.accounts().numbers().isEmpty();
    }

    /** Numbers the case, or says from which sequence its number is to be drawn. */
    void number(Draft draft) {
        Optional<Running> running = running(draft);
        Optional<String> text = running.flatMap(each -> each.text(policy));
        int round = draft.track(policy).round;
        moved(draft).ifPresent(kept -> draft.register = kept);
        if (text.isPresent()) {
            draft.register = draft.register.numbered(text.get(), round);
        } else {
            boolean has = draft.register.numberRound() == round;
            draft.register = draft.register.wanting(running.filter(each -> each.sequence() < 0 && !has)
                    .map(each -> each.rule().sequence(policy.id(), each.day()))
                    .orElse(""));
        }
    }

    /** The register with the number that a case keeps which was moved: drawn under other packs, no event tells it under these. */
    private static Optional<Register> moved(Draft draft) {
        return last(draft.events)
                .filter(event -> event.type().equals(CaseEvent.PACKS_CHANGED))
                .flatMap(event -> whole(event.value(CaseEvent.KEPT_ROUND))
                        .map(round -> draft.register.numbered(event.value(CaseEvent.KEPT_NUMBER), round.intValue())));
    }

    /** A running number too large for its width makes no number. */
    void findings(Draft draft, List<Finding> findings) {
        running(draft)
                .filter(each -> each.sequence() >= 0 && each.text(policy).isEmpty())
                .ifPresent(each -> findings.add(new Finding(
                        policy.id(),
                        OVERFLOW,
                        each.rule().number(),
                        "",
                        each.rule().clause(),
                        each.rule().basis(),
                        each.at())));
    }

    /** A running number and what it numbers; -1 where the number is not known yet. */
    private record Running(NumberRule rule, Instant at, LocalDate day, long sequence) {
        Optional<String> text(Policy policy) {
            return sequence < 0 ? Optional.empty() : rule.text(day, sequence, policy.parameters());
        }
    }

    private Optional<Running> running(Draft draft) {
        return policy.accounts().numbers().stream()
                .flatMap(rule -> running(draft, rule).stream())
                .findFirst();
    }

    /**
     * The event's own word comes before that of any other event of the round; what the complaint was given at its receipt
     * serves the first round alone. Before the event, the day is that of the receipt. A running number is one of its
     * sequence, so the day is that of the event for which it was told or drawn, or of the first one after that: that of a
     * later one would make it the number of another case, whose sequence nobody asked.
     */
    private Optional<Running> running(Draft draft, NumberRule rule) {
        List<CaseEvent> events = draft.effectiveEvents(policy);
        List<CaseEvent> numbered = events.stream().filter(rule.event()::matches).toList();
        Optional<CaseEvent> telling = last(numbered)
                .filter(Books::tells)
                .or(() -> last(events.stream()
                        .filter(each -> tells(each)
                                && (!drawn(draft, each)
                                        || told(rule, numbered, each).isPresent()))
                        .toList()));
        Optional<CaseEvent> event = telling.flatMap(each -> told(rule, numbered, each))
                .or(() -> telling.flatMap(each -> last(events.subList(0, events.indexOf(each)).stream()
                        .filter(numbered::contains)
                        .toList())));
        Optional<Long> sequence = telling.flatMap(each -> whole(each.value(SEQUENCE)))
                .or(() -> draft.track(policy).round > 1
                        ? Optional.empty()
                        : Optional.ofNullable(draft.complaint.given().get(SEQUENCE))
                                .flatMap(value -> whole(value.toString())));
        if (event.isEmpty()) {
            event = sequence.isPresent() ? numbered.stream().findFirst() : last(numbered);
        }
        if (event.isEmpty() && sequence.isEmpty()) {
            return Optional.empty();
        }
        Instant at = event.map(CaseEvent::occurredAt).orElse(draft.roundStart(policy.id()));
        return Optional.of(new Running(rule, at, at.atZone(policy.zone()).toLocalDate(), sequence.orElse(-1L)));
    }

    /** The event whose number another tells: itself, or the one in whose sequence it was drawn; empty for whatever comes. */
    private Optional<CaseEvent> told(NumberRule rule, List<CaseEvent> numbered, CaseEvent telling) {
        return numbered.contains(telling)
                ? Optional.of(telling)
                : last(numbered.stream()
                        .filter(each -> telling.type().equals(CaseEvent.NUMBER_DRAWN)
                                && telling.id().endsWith("/" + rule.sequence(policy.id(), day(each))))
                        .toList());
    }

    /** Whether the desk has drawn a number, and so said of which sequence; in a worked case somebody may just tell one. */
    private static boolean drawn(Draft draft, CaseEvent event) {
        return event.type().equals(CaseEvent.NUMBER_DRAWN) && event.id().startsWith(draft.complaint.id() + "/number/");
    }

    private LocalDate day(CaseEvent event) {
        return event.occurredAt().atZone(policy.zone()).toLocalDate();
    }

    private static boolean tells(CaseEvent event) {
        return whole(event.value(SEQUENCE)).isPresent();
    }

    private static Optional<Long> whole(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Optional<BigDecimal> parsed(String text) {
        try {
            return text.isEmpty() || text.length() > 2 * MOST_DIGITS ? Optional.empty() : bounded(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number far out of all use is as good as none: written out, 1e999999999 fills the memory. */
    private static Optional<BigDecimal> bounded(BigDecimal number) {
        boolean usable = number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
        return usable ? Optional.of(number) : Optional.empty();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), 0));
    }

    private static <T> Optional<T> last(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }
}
