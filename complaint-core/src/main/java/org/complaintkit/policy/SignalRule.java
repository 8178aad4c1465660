package org.complaintkit.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.complaintkit.calendar.InvalidInputException;

/**
 * A row of {@code signals.csv}: words of a complaint's text, and what they speak for.
 *
 * <p>A signal is one or several parts, joined by {@code ..}, that follow each other closely; a part is one or several
 * words, joined by {@code |}, of which one is said: {@code 态度|口气 .. 差|恶劣}. Words are compared folded (see
 * {@link FoldedText}); a Latin word is a whole word, unless it ends with {@code *}.
 *
 * @param signal as the table has it
 * @param kind what it does
 * @param code category or label that it speaks for; empty for a negation
 * @param weight how strongly, from 1; for a negation how many characters (Latin words) may stand between it and what it
 *     denies
 * @param unless words around it that take its meaning away
 * @param clause clause ids
 * @param basis where the row comes from
 */
public record SignalRule(
        String signal, Kind kind, String code, int weight, List<String> unless, String clause, Basis basis) {

    /** Weight from which a text speaks for a code, where the pack sets no other. */
    public static final int THRESHOLD = 5;

    /** Weight by which a category must lead the next one, where the pack sets no other. */
    public static final int MARGIN = 2;

    /** What a row is about. */
    public enum Kind {
        /** Speaks for a category; one of them must lead clearly. */
        CATEGORY,
        /** Speaks for a label; labels do not compete. */
        LABEL,
        /** Denies what follows it. */
        NEGATION
    }

    public SignalRule {
        unless = List.copyOf(unless);
        parts(signal);
    }

    /** The parts in their order, each with its words. */
    public List<List<String>> parts() {
        return parts(signal);
    }

    private static List<List<String>> parts(String signal) {
        List<List<String>> parts = new ArrayList<>();
        for (String part : signal.split("\\.\\.", -1)) {
            List<String> words =
                    Arrays.stream(part.split("\\|", -1)).map(String::strip).toList();
            if (words.stream().anyMatch(word -> FoldedText.word(word).isEmpty())) {
                throw InvalidInputException.of("MALFORMED_SIGNAL", "signal")
                        .value(signal)
                        .rule("words joined by | in parts joined by .., none of them empty")
                        .wayOut("write it like: rude|impolite, or: 态度 .. 差|恶劣")
                        .build();
            }
            parts.add(words);
        }
        return parts;
    }
}
