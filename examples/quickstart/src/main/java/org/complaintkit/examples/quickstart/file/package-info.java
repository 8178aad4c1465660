/**
 * Complaints out of somebody's file: its rows, and what they mean to us.
 *
 * <p>{@link org.complaintkit.examples.quickstart.file.ComplaintFile} reads the rows and says which it could not read;
 * {@link org.complaintkit.examples.quickstart.file.Mapping} is the table that a user writes to turn a
 * {@link org.complaintkit.examples.quickstart.file.FileRow} into {@link org.complaintkit.examples.quickstart.file.Facts}.
 */
@NullMarked
package org.complaintkit.examples.quickstart.file;

import org.jspecify.annotations.NullMarked;
