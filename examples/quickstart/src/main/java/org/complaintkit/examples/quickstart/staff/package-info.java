/**
 * The people of this example and what they do: all of it simulated.
 *
 * <p>{@link org.complaintkit.examples.quickstart.staff.Cooperative} is a small institution behind the port
 * {@link org.complaintkit.model.Organisation}, read from {@code staff.csv};
 * {@link org.complaintkit.examples.quickstart.staff.SimulatedStaff} says about whom a complaint is and how they go about
 * it. {@link org.complaintkit.examples.quickstart.staff.SimulatedClock} is the time that passes.
 */
@NullMarked
package org.complaintkit.examples.quickstart.staff;

import org.jspecify.annotations.NullMarked;
