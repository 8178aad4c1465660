package org.complaintkit.policy;

/**
 * A row of {@code precedence.csv}: how proposals of the rules are put in order.
 *
 * @param answer the question, such as {@code category} or {@code owner}
 * @param code the proposed code
 * @param rank 1 is the strongest; at equal rank the earlier row wins, on basis DEFAULT; 0 marks the code that is the
 *     answer when no rule proposed any
 * @param clause the clause that orders them
 * @param basis where the order comes from
 */
public record Precedence(String answer, String code, int rank, String clause, Basis basis) {
    /** Whether this row gives the answer when no rule proposed one. */
    public boolean isDefault() {
        return rank == 0;
    }
}
