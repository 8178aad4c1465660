/**
 * Versions of packs while cases run.
 *
 * <p>A {@link org.complaintkit.rules.shelf.PackShelf} holds the versions that decided cases, says which one decides new
 * ones, takes a new one in whole or not at all, and goes back. A {@link org.complaintkit.rules.shelf.PackWatch} looks at a
 * folder that somebody edits and takes in what is whole and without fault. Cases stay on their version until
 * {@link org.complaintkit.desk.CaseMoves} moves them.
 */
@NullMarked
package org.complaintkit.rules.shelf;

import org.jspecify.annotations.NullMarked;
