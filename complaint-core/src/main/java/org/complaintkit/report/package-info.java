/**
 * What the institution owes for each period, whatever complaints came in.
 *
 * <p>A {@link org.complaintkit.report.ReportPeriod} is the span reported on; {@link org.complaintkit.report.ReportDue} is a
 * report with the dates by which it is owed, as the policy's table and calendar give them.
 */
@NullMarked
package org.complaintkit.report;

import org.jspecify.annotations.NullMarked;
