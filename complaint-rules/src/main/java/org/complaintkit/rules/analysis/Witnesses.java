package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.cases.PackCase;

/**
 * Finds complaints that show something, and lets a desk decide each: what a desk does not confirm is no witness. Not
 * thread-safe.
 */
final class Witnesses {
    private static final int MOST_TRIES = 6;

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
                String line = new CaseLine(book.policy(), space, classes, variant).write(id);
                if (shown(line, shows)) {
                    return Optional.of(line);
                }
            }
            left = diagrams.and(left, diagrams.not(alike(classes)));
        }
        return Optional.empty();
    }

    /** Whether a line can be decided and shows it. */
    private boolean shown(String line, Predicate<Asked> shows) {
        return run(PackCase.read("witness.jsonl", line).get(0))
                .filter(asked -> asked.stream().anyMatch(shows))
                .isPresent();
    }

    /** What was asked while a case was decided; empty if it cannot be. */
    Optional<List<Asked>> run(PackCase line) {
        List<Asked> asked = new ArrayList<>();
        Watched watched = new Watched(book, asked);
        try {
            line.answer(pack -> pack.equals(book.policy().id()) ? watched : others.apply(pack));
            return Optional.of(asked);
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

    /** A rule book that keeps what it was asked. */
    private record Watched(RuleBook book, List<Asked> asked) implements RuleBook {
        @Override
        public Policy policy() {
            return book.policy();
        }

        @Override
        public List<Proposal> ask(Stage stage, Situation situation) {
            List<Proposal> proposals = book.ask(stage, situation);
            asked.add(new Asked(stage, situation, proposals));
            return proposals;
        }

        @Override
        public RuleBook with(Map<String, ?> parameters) {
            return new Watched(book.with(parameters), asked);
        }
    }
}
