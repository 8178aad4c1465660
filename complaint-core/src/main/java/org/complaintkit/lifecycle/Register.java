package org.complaintkit.lifecycle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.complaintkit.decision.Account;

/**
 * What is entered about a case beside its handling. Immutable.
 *
 * @param number its number; empty while it has none
 * @param previousNumber the number of an earlier round, where this round has got one of its own
 * @param numberRound the round that the number was given in; 0 while there is none
 * @param wanted name of the sequence from which a running number is to be drawn; empty when none is wanted
 * @param initialGrade the first grade that was decided; empty where the policy has none
 * @param accounts what the stage of accounting answered, by pack, in the order of the packs
 */
public record Register(
        String number,
        String previousNumber,
        int numberRound,
        String wanted,
        String initialGrade,
        Map<String, Account> accounts) {
    /** Nothing entered. */
    public static final Register NONE = new Register("", "", 0, "", "", Map.of());

    public Register {
        accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
    }

    Register graded(String grade) {
        return initialGrade.isEmpty()
                ? new Register(number, previousNumber, numberRound, wanted, grade, accounts)
                : this;
    }

    Register accounted(Map<String, Account> answers) {
        return new Register(number, previousNumber, numberRound, wanted, initialGrade, answers);
    }

    Register wanting(String sequence) {
        return new Register(number, previousNumber, numberRound, sequence, initialGrade, accounts);
    }

    /** A number of the same round replaces the one before it: the day that it names may have become known since. */
    Register numbered(String text, int round) {
        boolean renewed = !number.isEmpty() && round > numberRound && !text.equals(number);
        return new Register(text, renewed ? number : previousNumber, round, "", initialGrade, accounts);
    }
}
