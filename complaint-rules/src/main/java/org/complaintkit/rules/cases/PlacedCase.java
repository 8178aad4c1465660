package org.complaintkit.rules.cases;

/**
 * A worked case as it stands in its file.
 *
 * @param value the case, or why it is none
 * @param places where its parts stand; of one that cannot be read where that shows
 */
record PlacedCase(PackCase value, CasePlaces places) {}
