/**
 * A desk from properties: what a starter of the library would hold. {@link org.complaintkit.examples.bank.kit.Desks} has
 * further ones under former settings, for the cases that these decided. A bean of the host goes before each of ours.
 */
@NullMarked
package org.complaintkit.examples.bank.kit;

import org.jspecify.annotations.NullMarked;
