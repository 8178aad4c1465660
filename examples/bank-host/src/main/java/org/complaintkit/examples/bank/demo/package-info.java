/** A first look with nothing installed: profile {@code demo} brings a database server, staff and branches of its own. */
@NullMarked
package org.complaintkit.examples.bank.demo;

import org.jspecify.annotations.NullMarked;
