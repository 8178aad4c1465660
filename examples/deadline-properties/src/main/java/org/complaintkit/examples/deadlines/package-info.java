/** A bank's own calendar, written day by day as banks do, to be tested with the published laws. */
@NullMarked
package org.complaintkit.examples.deadlines;

import org.jspecify.annotations.NullMarked;
