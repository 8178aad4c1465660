/**
 * What must be done, told or left alone, with keys that stay the same however often it is worked out.
 *
 * <p>A {@link org.complaintkit.duty.Duty} is owed and then fulfilled; an {@link org.complaintkit.duty.Escalation} tells
 * somebody; a {@link org.complaintkit.duty.Prohibition} forbids; a {@link org.complaintkit.duty.Finding} records a breach.
 * A {@link org.complaintkit.duty.Notice} is one of the first two, or a warning, on its way out by the
 * {@link org.complaintkit.duty.DutyPort}: the store holds each key once, so a repeat on the wire can be dropped.
 */
@NullMarked
package org.complaintkit.duty;

import org.jspecify.annotations.NullMarked;
