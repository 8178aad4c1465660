package org.complaintkit.desk;

import org.complaintkit.lifecycle.Lifecycle;

/** The packs that govern a case together, as a lifecycle, and what works under them. */
record Regime(Lifecycle lifecycle, Admission admission, Numbering numbering, Erasure erasure) {}
