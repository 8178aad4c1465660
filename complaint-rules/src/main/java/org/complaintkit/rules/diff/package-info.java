/**
 * What one version of a pack says and another does not, in terms of the policy.
 *
 * <p>{@link org.complaintkit.rules.diff.PackDiff} holds two packs against each other and tells it to people in three
 * languages and to programs; it is made of {@link org.complaintkit.rules.diff.Change}s, one a row or rule of a
 * {@link org.complaintkit.rules.diff.Part} of the pack, each with its {@link org.complaintkit.rules.diff.Detail}s. How a
 * file is written (blanks, order of columns, comments) makes no difference.
 */
@NullMarked
package org.complaintkit.rules.diff;

import org.jspecify.annotations.NullMarked;
