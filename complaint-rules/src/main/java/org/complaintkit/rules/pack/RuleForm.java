package org.complaintkit.rules.pack;

import java.util.Arrays;
import java.util.Optional;
import org.complaintkit.decision.Stage;

/** The forms in which rules are written. Each stage may have a file of each; together they are the rules of the stage. */
public enum RuleForm {
    /** {@code grading.drl}: rules as Drools writes them. */
    DRL(".drl", ""),
    /** {@code grading.table.csv}: a decision table, a row a rule. */
    TABLE(".table.csv", ""),
    /** {@code grading.en.txt}: English sentences. */
    ENGLISH(".en.txt", "en"),
    /** {@code grading.zh-CN.txt}: sentences in simplified Chinese. */
    SIMPLIFIED(".zh-CN.txt", "zh-CN"),
    /** {@code grading.zh-TW.txt}: sentences in traditional Chinese. */
    TRADITIONAL(".zh-TW.txt", "zh-TW");

    private final String ending;
    private final String language;

    RuleForm(String ending, String language) {
        this.ending = ending;
        this.language = language;
    }

    /** Name of the file of a stage: {@code grading.table.csv}. */
    public String file(Stage stage) {
        return stage.file().replace(DRL.ending, ending);
    }

    /** Tag of the language of its sentences; empty for the forms that have none. */
    public String language() {
        return language;
    }

    /** The stage to which a file of rules belongs; empty if it is none. */
    public static Optional<Stage> stage(String file) {
        return Arrays.stream(Stage.values())
                .filter(stage -> Arrays.stream(values())
                        .anyMatch(form -> form.file(stage).equals(file)))
                .findFirst();
    }

    /** The form of a file, by its name; empty if it is no file of rules. */
    public static Optional<RuleForm> of(String file) {
        return Arrays.stream(values())
                .filter(form -> Arrays.stream(Stage.values())
                        .anyMatch(stage -> form.file(stage).equals(file)))
                .findFirst();
    }
}
