/** The calendar measured against a peer and a plain loop, as ratios of one run. */
@NullMarked
package org.complaintkit.calendar.benchmark;

import org.jspecify.annotations.NullMarked;
