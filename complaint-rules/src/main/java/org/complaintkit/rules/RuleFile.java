package org.complaintkit.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.forms.RuleForms;
import org.complaintkit.rules.pack.RuleForm;
import org.complaintkit.rules.syntax.Rule;

/**
 * The rules of one stage of a pack, written in one of their forms: as Drools, as a decision table or as sentences. Whatever
 * the form, what is written is read as it was. Immutable.
 *
 * @param name of the file: {@code grading.table.csv}
 * @param text of the file
 * @param unsaid names of the rules that the form cannot say and the file leaves out
 */
public record RuleFile(String name, String text, List<String> unsaid) {
    private static final Map<String, RuleForm> FORMS = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            "drl", RuleForm.DRL,
            "table", RuleForm.TABLE,
            "en", RuleForm.ENGLISH,
            "zh-CN", RuleForm.SIMPLIFIED,
            "zh-TW", RuleForm.TRADITIONAL)));

    public RuleFile {
        unsaid = List.copyOf(unsaid);
    }

    /** The forms: {@code drl}, {@code table}, and the languages of sentences. */
    public static Set<String> forms() {
        return FORMS.keySet();
    }

    /**
     * The rules of a pack, a file for each of the stages that has any.
     *
     * @param form one of {@link #forms}
     * @throws InvalidInputException code {@code RULE_FORM} if it is none
     */
    public static List<RuleFile> of(CheckedPack pack, String form, Collection<Stage> stages) {
        RuleForm wanted = FORMS.get(form);
        if (wanted == null) {
            throw InvalidInputException.of("RULE_FORM", "form of rules")
                    .value(form)
                    .rule("one of " + FORMS.keySet())
                    .wayOut("name one of these")
                    .build();
        }
        List<RuleFile> files = new ArrayList<>();
        for (Stage stage : stages) {
            List<Rule> rules =
                    pack.rules().stream().filter(rule -> rule.stage() == stage).toList();
            if (!rules.isEmpty()) {
                RuleForms.Written written = RuleForms.write(wanted, stage, rules, pack.policy());
                List<String> unsaid = written.unsaid().stream().map(Rule::name).toList();
                files.add(new RuleFile(wanted.file(stage), written.text(), unsaid));
            }
        }
        return files;
    }
}
