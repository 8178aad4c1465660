/**
 * Versions of packs while cases run.
 *
 * <p>A {@link org.complaintkit.rules.shelf.PackShelf} holds the versions that decided cases, says which one decides new
 * ones on which days, takes a new one in whole or not at all, and goes back. A {@link org.complaintkit.rules.shelf.PackWatch} looks at a
 * folder that somebody edits and takes in what is whole and without fault. Cases stay on their version until
 * {@link org.complaintkit.desk.CaseMoves} moves them. A {@link org.complaintkit.rules.shelf.RunningDesk} joins all that for a
 * host: it finds the desk of a case, lets time pass over the cases of all versions, and tells in a
 * {@link org.complaintkit.rules.shelf.MovePreview} what a move would change before it is made.
 */
@NullMarked
package org.complaintkit.rules.shelf;

import org.jspecify.annotations.NullMarked;
