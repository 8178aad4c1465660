package org.complaintkit.policy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A row of {@code signals.csv}: words of a complaint's text, and what they say.
 *
 * <p>A signal is one or several parts. Those joined by {@code ..} follow each other closely in one clause, those joined by
 * {@code &} stand near each other in one sentence, whatever their order. A part is one or several words, joined by
 * {@code |}, of which one is said; {@code {name}} stands for all words of the rows of kind {@link Kind#WORDS} with that
 * code: {@code 态度|口气 .. 差|{rough}}. Words are compared folded (see {@link FoldedText}); a Latin word is a whole word,
 * unless it ends with {@code *}.
 *
 * @param signal as the table has it
 * @param kind what it does
 * @param code category or label that it speaks for, or the name of a list of words; else empty
 * @param weight how strongly it speaks, from 1; for a row that says how other words are meant, how many characters (Latin
 *     words) may stand between
 * @param unless words in the same clause that take its meaning away
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
        CATEGORY(100, Side.SELF),
        /** Speaks for a label; labels do not compete. */
        LABEL(100, Side.SELF),
        /** Names what a category is about; counts only where something else speaks for that category. */
        TOPIC(100, Side.SELF),
        /** Says that somebody complains, not of what: speaks for the category of a topic near it, where no words say more. */
        GRIEVANCE(100, Side.NONE),
        /** Speaks for a category where no words speak for another; topics do not count beside it. */
        OTHERWISE(100, Side.SELF),
        /**
         * A word that texts about a category have more often than others: where no row speaks fully for any, many of them
         * that lead those of other categories by far speak for it. Without a code: of texts that complain of nothing.
         */
        HINT(100, Side.SELF),
        /**
         * Names several grievances as equal: of those for which patterns speak none leads another; with a weight from two
         * on, no row speaks for a category even where only one of them was understood.
         */
        EQUAL(100, Side.NONE),
        /** Thanks or praises: what is told in that frame is no complaint. */
        PRAISE(100, Side.NONE),
        /** A list of words for the signals of other rows. */
        WORDS(100, Side.NONE),
        /** Says nothing, nor does a shorter word inside: {@code not only}. */
        PLAIN(100, Side.NONE),
        /** Ends what was said of the words before it: {@code but}. */
        TURN(100, Side.NONE),
        /** Denies what follows it; twice denied is said. */
        NEGATION(0, Side.AFTER),
        /** Denies what stands before it. */
        NEGATED(0, Side.BEFORE),
        /** Grants what follows it, as less than the grievance: {@code although}. */
        CONCESSION(50, Side.AFTER),
        /** Grants what stands before it. */
        CONCEDED(50, Side.BEFORE),
        /** Tells what others say. */
        REPORT(50, Side.AFTER),
        /** Says that what follows it is the grievance: {@code worst of all}. */
        STRESS(200, Side.AFTER),
        /** Says that what stands before it is the grievance. */
        STRESSED(200, Side.BEFORE);

        private final int percent;
        private final Side side;

        Kind(int percent, Side side) {
            this.percent = percent;
            this.side = side;
        }

        /** Whether a row of this kind speaks for the code that it names. */
        public boolean speaks() {
            return side == Side.SELF;
        }

        /** Whether it says what the text is as a whole, wherever in it the words stand. */
        boolean frames() {
            return this == GRIEVANCE || this == OTHERWISE || this == EQUAL || this == PRAISE;
        }

        /** Whether it changes what other words weigh. */
        boolean colours() {
            return side == Side.BEFORE || side == Side.AFTER;
        }

        boolean forward() {
            return side == Side.AFTER;
        }

        /** What the words in its reach still weigh, of a hundred. */
        int percent() {
            return percent;
        }
    }

    /** Which words a row speaks about. */
    private enum Side {
        SELF,
        NONE,
        BEFORE,
        AFTER
    }

    public SignalRule {
        unless = List.copyOf(unless);
        SignalPattern.parse(signal);
    }

    /** The names of the lists of words that a signal uses. */
    public static Set<String> named(String signal) {
        return SignalPattern.parse(signal).groups().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(SignalPattern::named)
                .map(name -> name.substring(1, name.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
