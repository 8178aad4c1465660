/**
 * Packs: policies as files, ready to be asked.
 *
 * <p>{@link org.complaintkit.rules.Packs} finds and loads them and hands out rule books.
 * {@link org.complaintkit.rules.PackCheck} tells everything that is wrong with a pack, to people in three languages, to
 * programs and to editors; {@link org.complaintkit.rules.PackReader} reads one that is right.
 * {@link org.complaintkit.rules.PackCompiler} compiles packs ahead, {@link org.complaintkit.rules.PackSigner} signs them,
 * for whoever ships some; {@link org.complaintkit.rules.RuleFile} writes rules in another of their forms.
 *
 * <p>Below, to run a pack: {@link org.complaintkit.rules.pack} reads the tables, {@link org.complaintkit.rules.forms} the
 * rules, as Drools, tables or sentences, into the trees of {@link org.complaintkit.rules.syntax},
 * {@link org.complaintkit.rules.stage} is what rules see, {@link org.complaintkit.rules.wall} looks at compiled classes
 * before one is defined, {@link org.complaintkit.rules.drools} runs them and alone knows the engine,
 * {@link org.complaintkit.rules.trust} knows whom a host believes, and
 * {@link org.complaintkit.rules.shelf} holds versions while cases run.
 *
 * <p>To know a pack: {@link org.complaintkit.rules.cases} holds answers against worked cases,
 * {@link org.complaintkit.rules.analysis} its rules against each other, {@link org.complaintkit.rules.diff} two packs
 * against each other; {@link org.complaintkit.rules.simulate} tells past cases to another version,
 * {@link org.complaintkit.rules.explain} says why a case stands as it does, {@link org.complaintkit.rules.handbook} writes
 * the pack down for people. {@link org.complaintkit.rules.wording} and {@link org.complaintkit.rules.words} have the texts
 * for that, {@link org.complaintkit.rules.page} the documents.
 */
@NullMarked
package org.complaintkit.rules;

import org.jspecify.annotations.NullMarked;
