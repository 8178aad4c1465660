/**
 * The command line over the SDK: questions as JSON Lines in, one answer a line out.
 *
 * <p>{@link org.complaintkit.examples.workbench.Workbench} is the program; each command is a class of its own
 * ({@code CalendarCommand}, {@code DueCommand}, {@code DecideCommand}, {@code ReplayCommand}). {@code QuestionCommand}
 * runs a command over its lines, {@code Question} takes a line apart, field by field, and what is left over is refused.
 * Everything else is asked of the SDK: nothing is counted or decided here.
 */
@NullMarked
package org.complaintkit.examples.workbench;

import org.jspecify.annotations.NullMarked;
