/**
 * Worked cases: a complaint, what followed, and what the authors of the case expect of the answer.
 *
 * <p>{@link org.complaintkit.rules.cases.Expectation} compares an answer in the exchange format with what is expected of
 * it; packs carry their cases in {@code cases/*.jsonl}.
 */
@NullMarked
package org.complaintkit.rules.cases;

import org.jspecify.annotations.NullMarked;
