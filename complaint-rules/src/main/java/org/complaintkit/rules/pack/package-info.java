/**
 * The files of a pack and the policy that its tables state.
 *
 * <p>{@link org.complaintkit.rules.pack.PackFiles} are the bytes, {@link org.complaintkit.rules.pack.Digest} their
 * fingerprint. {@link org.complaintkit.rules.pack.PackReading} reads manifest and tables into a
 * {@link org.complaintkit.policy.Policy} and looks up every name in it, on top of the codes that all packs share
 * ({@link org.complaintkit.rules.pack.CommonVocabulary}). Whatever is wrong is a
 * {@link org.complaintkit.rules.pack.PackFault} at a {@link org.complaintkit.rules.pack.Position};
 * {@link org.complaintkit.rules.pack.FaultKind} lists what can be wrong, {@link org.complaintkit.rules.pack.Told} says it
 * in three languages, {@link org.complaintkit.rules.pack.Faults} collects them all before anything is refused.
 * {@link org.complaintkit.rules.pack.FileText} reads what is not saved as it should be,
 * {@link org.complaintkit.rules.pack.PolicyNames} knows what a name may be, and
 * {@link org.complaintkit.rules.pack.Characters} and {@link org.complaintkit.policy.Nearest} make the messages kind.
 *
 * <p>Rules are not seen here: see {@link org.complaintkit.rules.syntax}.
 */
@NullMarked
package org.complaintkit.rules.pack;

import org.jspecify.annotations.NullMarked;
