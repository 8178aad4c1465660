/** What runs and is watched without a request: time passing, health, metrics. */
@NullMarked
package org.complaintkit.examples.bank.watch;

import org.jspecify.annotations.NullMarked;
