/**
 * Documents for people, independent of how they are shown.
 *
 * <p>A {@link org.complaintkit.rules.page.Page} is a title and a list of {@link org.complaintkit.rules.page.Block}s. {@link
 * org.complaintkit.rules.page.PlainText}, {@link org.complaintkit.rules.page.Markdown} and {@link
 * org.complaintkit.rules.page.HtmlPage} write it; each escapes whatever the texts hold.
 */
@NullMarked
package org.complaintkit.rules.page;

import org.jspecify.annotations.NullMarked;
