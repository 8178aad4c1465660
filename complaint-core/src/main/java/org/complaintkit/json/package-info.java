/**
 * Complaints and events from JSON, cases to JSON: the exchange formats that other programs are written against.
 *
 * <p>{@link org.complaintkit.json.ComplaintJson} and {@link org.complaintkit.json.EventJson} read what a host was sent;
 * {@link org.complaintkit.json.CaseJson} writes a case as it stands at a moment, {@link org.complaintkit.json.ReportJson}
 * what a report holds, {@link org.complaintkit.json.ReportDutyJson} how reports stand as duties of the institution.
 * {@link org.complaintkit.json.StoredCaseJson} is another thing: the whole case, for stores, readable for ever;
 * {@link org.complaintkit.json.AuditTrailJson} is the trail of one, for whoever checks it,
 * {@link org.complaintkit.json.PersonExportJson} all that is held of one person. Input is hostile until checked: unknown,
 * missing, repeated and mistyped fields are refused with their place, nesting and lengths are bounded, and no type is
 * chosen by the input. Jackson stays inside: no exported signature names it.
 */
@NullMarked
package org.complaintkit.json;

import org.jspecify.annotations.NullMarked;
