/**
 * What came in, and who there is to deal with it.
 *
 * <p>{@link org.complaintkit.model.Complaint} is the complaint as the first receiver took it down, made by a
 * {@link org.complaintkit.model.Complainant}. {@link org.complaintkit.model.Personal} holds whatever identifies a
 * person and masks itself wherever it is printed. {@link org.complaintkit.model.Organisation} is the port by which a host
 * tells who holds which role on which day; {@link org.complaintkit.model.Assignee} is the person found, never the one
 * complained about.
 */
@NullMarked
package org.complaintkit.model;

import org.jspecify.annotations.NullMarked;
