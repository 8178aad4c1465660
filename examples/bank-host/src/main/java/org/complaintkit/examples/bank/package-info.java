/**
 * A service for complaints, as a bank would write it around the library. Read it in this order:
 *
 * <ol>
 *   <li>{@code kit}: properties and auto-configuration of a desk; what a starter would hold.
 *   <li>{@code storage}: the repository inside Spring's transactions, and a row of the bank's own that is written with
 *       every case.
 *   <li>{@link org.complaintkit.examples.bank.ComplaintService}: complaints and events, each with the bank's own record in
 *       one transaction.
 *   <li>{@code outbox}: duties wait in a table and are sent until the receiver has them.
 *   <li>{@code watch}: the scheduler that lets time pass, health and metrics.
 *   <li>{@code web}: REST with problem details, and who acts.
 *   <li>{@code demo}: a database server and staff for a first look; nothing of it runs in a bank.
 * </ol>
 */
@NullMarked
package org.complaintkit.examples.bank;

import org.jspecify.annotations.NullMarked;
