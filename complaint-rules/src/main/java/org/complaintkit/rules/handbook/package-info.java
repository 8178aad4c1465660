/**
 * The policy handbook: what a pack says, for people who read no files.
 *
 * <p>{@link org.complaintkit.rules.handbook.Handbook} is made of the tables and the rules of a pack and written as Markdown
 * or HTML, in three languages; {@link org.complaintkit.rules.handbook.CaseReach} adds what worked cases cover.
 */
@NullMarked
package org.complaintkit.rules.handbook;

import org.jspecify.annotations.NullMarked;
