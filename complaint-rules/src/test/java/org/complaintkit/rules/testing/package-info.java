/**
 * For those who write packs: {@link org.complaintkit.rules.testing.PackCases} makes the worked cases of a pack into tests
 * of its build. Published as the artefact {@code complaint-rules}, classifier {@code tests}.
 */
@NullMarked
package org.complaintkit.rules.testing;

import org.jspecify.annotations.NullMarked;
