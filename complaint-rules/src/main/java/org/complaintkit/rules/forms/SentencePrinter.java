package org.complaintkit.rules.forms;

import java.util.Locale;
import java.util.stream.Stream;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.RuleForm;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.wording.Sentences;
import org.complaintkit.rules.wording.Words;

/** Prints a rule as a sentence with its citation. Not thread-safe. */
final class SentencePrinter {
    private final Sentences inLabels;
    private final Sentences inCodes;

    SentencePrinter(RuleForm form, Policy policy) {
        Locale locale = Locale.forLanguageTag(form.language());
        this.inLabels = Sentences.inLabels(policy, locale);
        this.inCodes = Sentences.inCodes(policy, locale);
    }

    /** The sentence with labels, then with codes where labels do not tell codes apart; each ends with a line break. */
    Stream<String> candidates(Rule rule) {
        return Stream.of(inLabels, inCodes).map(sentences -> cited(sentences, rule));
    }

    private static String cited(Sentences sentences, Rule rule) {
        Words words = sentences.words();
        String said = sentences.rule(rule);
        String basis = words.text("basis." + rule.basis());
        String cite = rule.name().equals(rule.clause())
                ? words.text("cite.unnamed", rule.clause(), basis)
                : words.text("cite", rule.clause(), basis, words.text("quote", rule.name()));
        return words.text("cited", said.substring(0, said.length() - 1), cite) + "\n";
    }
}
