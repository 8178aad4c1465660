package org.complaintkit.rules.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.ObservedRuleBook;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.DutyRule;
import org.complaintkit.rules.analysis.Happenings.Happening;
import org.complaintkit.rules.cases.PackCase;

/**
 * Finds complaints that show something, and lets a desk decide each: what a desk does not confirm is no witness. Not
 * thread-safe.
 */
final class Witnesses {
    /** By which a host says that a duty is fulfilled. */
    static final String FULFILLED = "DUTY_FULFILLED";

    private static final int MOST_TRIES = 6;
    private static final int MOST_MENDS = 3;

    private final Diagrams diagrams;
    private final Space space;
    private final RuleBook book;
    private final Function<String, RuleBook> others;

    /** Of a pack by itself. */
    Witnesses(Diagrams diagrams, Space space, RuleBook book) {
        this(diagrams, space, book, pack -> book);
    }

    Witnesses(Diagrams diagrams, Space space, RuleBook book, Function<String, RuleBook> others) {
        this.diagrams = diagrams;
        this.space = space;
        this.book = book;
        this.others = others;
    }

    /** One question to the rules and what they proposed. */
    record Asked(Stage stage, Situation situation, List<Proposal> proposals) {
        boolean fired(String rule) {
            return proposals.stream().anyMatch(each -> each.rule().equals(rule));
        }
    }

    /**
     * The plainest line that shows it.
     *
     * @param where a function of the facts that holds where it shows
     * @param shows whether a question put while the line was decided shows it
     * @return a line in the format of {@code replay}, empty if no line was found that shows it
     */
    Optional<String> line(String id, int where, Predicate<Asked> shows) {
        int left = where;
        for (int i = 0; i < MOST_TRIES && left != Diagrams.NEVER; i++) {
            int[] classes = diagrams.plainest(left, space);
            for (CaseLine.Variant variant : CaseLine.Variant.values()) {
                Optional<String> line = shown(new CaseLine(book.policy(), space, classes, variant).write(id), shows);
                if (line.isPresent()) {
                    return line;
                }
            }
            left = diagrams.and(left, diagrams.not(alike(classes)));
        }
        return Optional.empty();
    }

    /** The line if it can be decided and shows it, or does once the duties that hold an event up are fulfilled. */
    private Optional<String> shown(String line, Predicate<Asked> shows) {
        String tried = line;
        for (int i = 0; i < MOST_MENDS; i++) {
            Optional<Ran> ran = run(PackCase.read("witness.jsonl", tried).get(0));
            if (ran.filter(each -> each.asked().stream().anyMatch(shows)).isPresent()) {
                return Optional.of(tried);
            }
            Optional<String> mended = ran.flatMap(Ran::value).flatMap(value -> discharged(line, value));
            if (mended.isEmpty() || mended.get().equals(tried)) {
                return Optional.empty();
            }
            tried = mended.get();
        }
        return Optional.empty();
    }

    /** With the duties fulfilled that the case owes and that hold up a closing, before the first event without effect. */
    private Optional<String> discharged(String line, Case value) {
        List<Happening> done = value.duties().stream()
                .filter(duty -> duty.pack().equals(book.policy().id()))
                .filter(duty -> Optional.ofNullable(book.policy().duties().get(duty.code()))
                        .filter(DutyRule::blocksClosing)
                        .isPresent())
                .map(duty -> new Happening(FULFILLED, "", Map.of("duty", List.of(duty.code()))))
                .distinct()
                .toList();
        Set<Instant> denied = value.events().stream()
                .filter(event -> value.withoutEffect().contains(event.id()))
                .map(CaseEvent::occurredAt)
                .collect(Collectors.toSet());
        return done.isEmpty() || denied.isEmpty()
                ? Optional.empty()
                : Optional.of(LineDraft.of(line, book.policy().zone())
                        .before(denied, done)
                        .toString());
    }

    /**
     * How a case was decided.
     *
     * @param asked what was asked meanwhile
     * @param value how it stands then; empty for a line of reports
     */
    record Ran(List<Asked> asked, Optional<Case> value) {}

    /** Whether a line can be decided and shows it. */
    boolean shows(LineDraft line, Predicate<Asked> shows) {
        return run(PackCase.read("m.jsonl", line.toString()).get(0))
                .filter(each -> each.asked().stream().anyMatch(shows))
                .isPresent();
    }

    /** How a case is decided; empty if it cannot be. */
    Optional<Ran> run(PackCase line) {
        List<Asked> asked = new ArrayList<>();
        List<Case> seen = new ArrayList<>();
        RuleBook watched = new ObservedRuleBook(
                book, (answering, stage, situation, proposals) -> asked.add(new Asked(stage, situation, proposals)));
        try {
            line.answer(pack -> pack.equals(book.policy().id()) ? watched : others.apply(pack), seen::add);
            return Optional.of(new Ran(asked, seen.stream().findFirst()));
        } catch (InvalidInputException | NoSuchElementException e) {
            // Also where a check denies the receipt its effect: nothing is decided then.
            return Optional.empty();
        }
    }

    /** All situations that are as unusual in the same ways. */
    private int alike(int[] classes) {
        int[] usual = space.usual();
        int alike = Diagrams.ALWAYS;
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] != usual[i]) {
                boolean[] same = new boolean[space.variables().get(i).values().size()];
                same[classes[i]] = true;
                alike = diagrams.and(alike, diagrams.where(i, same));
            }
        }
        return alike;
    }
}
