/**
 * Text on a terminal: nothing here knows what a complaint is.
 *
 * <p>{@link org.complaintkit.examples.quickstart.screen.Screen} writes lines, plain or coloured by
 * {@link org.complaintkit.examples.quickstart.screen.Style};
 * {@link org.complaintkit.examples.quickstart.screen.Table} lines up columns, and
 * {@link org.complaintkit.examples.quickstart.screen.Width} measures them, since a Chinese character takes two.
 * {@link org.complaintkit.examples.quickstart.screen.Progress} shows how far long work has come.
 */
@NullMarked
package org.complaintkit.examples.quickstart.screen;

import org.jspecify.annotations.NullMarked;
