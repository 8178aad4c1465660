/**
 * What the institution owes for each period, whatever complaints came in, and what these reports hold.
 *
 * <p>A {@link org.complaintkit.report.ReportPeriod} is the span reported on; {@link org.complaintkit.report.ReportDue} is a
 * report with the dates by which it is owed, as the policy's table and calendar give them. Its
 * {@link org.complaintkit.report.ReportContent} is reckoned from cases, one
 * {@link org.complaintkit.report.IndicatorValue} for each row of the policy's table of indicators, each figure
 * {@link org.complaintkit.report.Measured} with what it was reckoned from. {@link org.complaintkit.report.ReportCsv} writes
 * it as a table.
 */
@NullMarked
package org.complaintkit.report;

import org.jspecify.annotations.NullMarked;
