/** The REST face. It translates and decides nothing: who acts comes from the sign-in, errors go out as problem details. */
@NullMarked
package org.complaintkit.examples.bank.web;

import org.jspecify.annotations.NullMarked;
