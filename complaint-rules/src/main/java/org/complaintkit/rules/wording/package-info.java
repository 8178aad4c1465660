/**
 * What packs say, in words of people: English, simplified and traditional Chinese.
 *
 * <p>{@link org.complaintkit.rules.wording.Sentences} makes sentences of rules, conditions and actions;
 * {@link org.complaintkit.rules.wording.TableWords} makes words of what tables say about events and time;
 * {@link org.complaintkit.rules.wording.Labels} names codes, and {@link org.complaintkit.rules.wording.Words} holds the
 * texts of all of them, from resources.
 *
 * <p>The wording is regular: one form for each kind of condition, values in quotes, brackets where conditions are nested,
 * and different conditions never read the same.
 */
@NullMarked
package org.complaintkit.rules.wording;

import org.jspecify.annotations.NullMarked;
