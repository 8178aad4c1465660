package org.complaintkit.rules.syntax;

import java.util.List;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;

/** Remarks on rules that can be used and are probably not meant so. */
public final class RuleAdvice {
    private RuleAdvice() {}

    /**
     * Finds rules that name the text as their basis and decide by a number, or answer with a code, that is a default of
     * ours. Days of a project are its own to give, and a code without a value waits for the institution's.
     */
    public static void check(List<Rule> rules, Policy policy, Faults faults) {
        for (Rule rule : rules) {
            if (rule.basis() == Basis.TEXT) {
                for (String id : rule.parameters()) {
                    Parameter parameter = policy.parameters().declared().get(id);
                    if (parameter != null && ours(parameter, policy)) {
                        faults.add(FaultKind.DEFAULT_AS_TEXT.told(id), rule.file(), rule.at(), rule.name());
                    }
                }
            }
        }
    }

    private static boolean ours(Parameter parameter, Policy policy) {
        boolean code = parameter.kind() == Parameter.Kind.CODE
                && !policy.parameters().text(parameter.id()).isEmpty();
        return parameter.basis() == Basis.DEFAULT && (code || parameter.kind() == Parameter.Kind.NUMBER);
    }
}
