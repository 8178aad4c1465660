/**
 * Whose packs a host takes in: {@link org.complaintkit.rules.trust.PackStatement} lists the files of a pack with their
 * digests and who vouches for them, {@link org.complaintkit.rules.trust.TrustList} holds the keys of those whom the host
 * believes, {@link org.complaintkit.rules.trust.PemKeys} reads keys as other tools write them.
 *
 * <p>A signature says who made a pack and that nobody changed it since. It does not say that the pack is right, and it
 * does not make a stranger's rules harmless: that is what checking them is for, signed or not.
 */
@NullMarked
package org.complaintkit.rules.trust;

import org.jspecify.annotations.NullMarked;
