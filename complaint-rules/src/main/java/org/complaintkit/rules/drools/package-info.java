/**
 * The rules of a pack on Drools: the only package that sees the engine.
 *
 * <p>{@link org.complaintkit.rules.drools.RuleCompiler} turns trees into {@link org.complaintkit.rules.drools.GeneratedRules}
 * and is needed only where packs are built or edited. {@link org.complaintkit.rules.drools.DroolsRuleBook} runs them:
 * one base for a pack, loaded from a class loader of its own; kept sessions, each used by one thread at a time; one fact
 * inserted, all rules fired, the fact deleted. The engine starts on threads of its own while a pack is read. {@link org.complaintkit.rules.drools.DroolsVersion} tells which engine that
 * is.
 */
@NullMarked
package org.complaintkit.rules.drools;

import org.jspecify.annotations.NullMarked;
