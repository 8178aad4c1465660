/**
 * The front door.
 *
 * <p>A host builds one {@link org.complaintkit.desk.ComplaintDesk}, hands it complaints and events, asks what it
 * {@linkplain org.complaintkit.desk.ComplaintDesk#may may} do, and calls
 * {@link org.complaintkit.desk.ComplaintDesk#sweep()} from its scheduler. This is the only package that reads a clock.
 * {@code Admission} refuses what is malformed or structurally impossible before anything changes; a
 * {@link org.complaintkit.desk.Permission} answers an intent, a {@link org.complaintkit.desk.Sweep} says what a tick did, a
 * {@link org.complaintkit.desk.Related} names an earlier case that a complaint belongs with. {@code Numbering} draws
 * running numbers within the write that uses them; {@code Happenings} lets an event happen to a case, and {@code Mergers}
 * joins two and parts them again, in two writes of which either may be the last; {@code Acquaintance} tells whom of the one
 * the other knows.
 *
 * <p>What the institution owes without any complaint lies with {@link org.complaintkit.desk.ReportDesk}: which reports are
 * owed, and that they were filed. The same sweep lets time pass over them.
 */
@NullMarked
package org.complaintkit.desk;

import org.jspecify.annotations.NullMarked;
