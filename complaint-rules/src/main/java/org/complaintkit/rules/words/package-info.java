/** Texts of this module in three languages: {@link org.complaintkit.rules.words.BundleTexts} reads them from resource files. */
@NullMarked
package org.complaintkit.rules.words;

import org.jspecify.annotations.NullMarked;
