package org.complaintkit.policy;

/**
 * A row of {@code amounts.csv}: an amount of money that a case carries once the rules ask for it, in the currency of the
 * pack (yuan for the Chinese ones).
 *
 * @param id {@code paymentCap}, or with a variant {@code paymentCap/VIP}: rules ask for the variant
 * @param clause the clause that demands it
 * @param basis where it comes from
 * @param formula how it is reckoned; rounded to two decimals, half up
 * @param role who owes it, a code of kind ROLE; empty where that is no question
 */
public record AmountRule(String id, String clause, Basis basis, Formula formula, String role) {
    /** Its name for the outside: the id without its variant. */
    public String name() {
        int slash = id.indexOf('/');
        return slash < 0 ? id : id.substring(0, slash);
    }
}
