/**
 * What the institution owes for each period, whatever complaints came in, and what these reports hold.
 *
 * <p>A {@link org.complaintkit.report.ReportPeriod} is the span reported on; {@link org.complaintkit.report.ReportSchedule}
 * says which periods a policy demands a report for, {@link org.complaintkit.report.ReportDue} by which dates. As a duty each
 * report has a {@link org.complaintkit.report.ReportKey} and an entry in the {@link org.complaintkit.report.ReportBook},
 * which {@link org.complaintkit.report.Filing}s and time move on; {@link org.complaintkit.report.ReportDuty} is how it stands
 * at a moment.
 *
 * <p>The {@link org.complaintkit.report.ReportContent} is reckoned from cases, one
 * {@link org.complaintkit.report.IndicatorValue} for each row of the policy's table of indicators, each figure
 * {@link org.complaintkit.report.Measured} with what it was reckoned from. {@link org.complaintkit.report.ReportCsv} writes
 * it as a table.
 */
@NullMarked
package org.complaintkit.report;

import org.jspecify.annotations.NullMarked;
