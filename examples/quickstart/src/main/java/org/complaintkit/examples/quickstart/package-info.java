/**
 * The main job in one run: complaints in, decisions with reasons and dated deadlines out, escalations as the clock goes.
 *
 * <p>{@link org.complaintkit.examples.quickstart.Quickstart} is the table of contents. What a host would write itself is
 * in {@code FileRun} (a file of complaints through a desk), {@code HolidayRun} (a desk whose clock runs) and
 * {@link org.complaintkit.examples.quickstart.staff.Cooperative} (who holds which role). {@code CaseScript} reads a case
 * with its events from JSON. The classes named {@code ...Chapter} only print: {@code CaseTable} and {@code DueReason} put
 * a case into lines, {@code Words} speaks the reader's language.
 */
@NullMarked
package org.complaintkit.examples.quickstart;

import org.jspecify.annotations.NullMarked;
