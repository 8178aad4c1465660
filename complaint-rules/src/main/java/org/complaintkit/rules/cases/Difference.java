package org.complaintkit.rules.cases;

/**
 * One thing that a case should have and has not, or has and should not. Immutable.
 *
 * @param key what it is about, such as {@code owner} or {@code RCC-D01.limit}
 * @param wanted what the authors expect
 * @param found what the answer says
 */
public record Difference(String key, String wanted, String found) {
    /** One line. */
    @Override
    public String toString() {
        return key + ": wanted " + wanted + ", found " + found;
    }
}
