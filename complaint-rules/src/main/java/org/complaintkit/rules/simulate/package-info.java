/**
 * What another version of a pack, a calendar or a parameter would have changed in past cases.
 *
 * <p>A {@link org.complaintkit.rules.simulate.Scenario} says by what cases are decided; a
 * {@link org.complaintkit.rules.simulate.Simulation} tells each case to two of them, one case at a time, and collects what
 * came out otherwise in a {@link org.complaintkit.rules.simulate.SimulationReport}: how many cases, which
 * {@link org.complaintkit.rules.simulate.Aspect}s, by which {@link org.complaintkit.rules.simulate.Cause}, how many more
 * breaches, with examples. Nothing is stored, nobody is told anything, and a report names no person.
 * {@code Sharing} knows which cases need not be told twice, a {@code RememberingBook} what rules have answered before.
 */
@NullMarked
package org.complaintkit.rules.simulate;

import org.jspecify.annotations.NullMarked;
