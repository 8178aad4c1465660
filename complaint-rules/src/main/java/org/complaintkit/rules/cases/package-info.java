/**
 * Worked cases: a complaint, what followed, and what the authors of the case expect of the answer.
 *
 * <p>Packs carry their cases in {@code cases/*.jsonl} or, as tables, in {@code cases/*.csv}.
 * {@link org.complaintkit.rules.cases.PackCase} is one of them: it runs through a desk and tells each
 * {@link org.complaintkit.rules.cases.Difference}; {@link org.complaintkit.rules.cases.CaseCoverage} tells what no case
 * reaches, and which {@link org.complaintkit.rules.cases.TableState} of which row none shows. {@link org.complaintkit.rules.cases.CaseCheck} looks at all of
 * them without running one, for codes and fields that there are none of. {@link org.complaintkit.rules.cases.Expectation} compares an answer in
 * the exchange format that came from elsewhere.
 */
@NullMarked
package org.complaintkit.rules.cases;

import org.jspecify.annotations.NullMarked;
