/** A desk from properties: what a starter of the library would hold. A bean of the host goes before each of ours. */
@NullMarked
package org.complaintkit.examples.bank.kit;

import org.jspecify.annotations.NullMarked;
