package org.complaintkit.rules.analysis;

import java.util.List;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;

/** A pack in which the analysis finds nothing, for faults to be planted in. */
final class HonestPack {
    private static final String CLASSIFICATION = rule(
                    "ATTITUDE", "Classification( intakeCategories contains \"ATTITUDE\" )", "category(\"ATTITUDE\")")
            + rule("PRODUCT", "Classification( intakeCategories contains \"PRODUCT\" )", "category(\"PRODUCT\")")
            + rule("CRIME", "Classification( intakeCategories contains \"CRIME\" )", "category(\"CRIME\")")
            + rule(
                    "nothing named",
                    "Classification( intakeCategories not contains \"ATTITUDE\", intakeCategories not contains"
                            + " \"PRODUCT\", intakeCategories not contains \"CRIME\" )",
                    "category(\"ATTITUDE\")");

    private static final String GRADING =
            rule("small", "Grading( claimedLoss < param(\"tst.loss\") )", "complexity(\"GENERAL\")")
                    + rule("large", "Grading( claimedLoss >= param(\"tst.loss\") )", "complexity(\"COMPLEX\")")
                    + rule("many", "Grading( complainantCount > 5 )", "grade(\"HIGH\")")
                    + rule("few", "Grading( complainantCount <= 5 )", "grade(\"LOW\")");

    private static final String RESPONSIBILITY =
            rule("attitude", "Responsibility( category == \"ATTITUDE\" )", "owner(\"COMPLAINED_UNIT\")")
                    + rule("product", "Responsibility( category == \"PRODUCT\" )", "owner(\"PRODUCT_MANAGEMENT\")")
                    + rule("crime", "Responsibility( category == \"CRIME\" )", "owner(\"LEGAL\")");

    private static final String DEADLINES = rule(
            "answer",
            "Deadlines( complexity in (\"GENERAL\", \"COMPLEX\") )",
            "deadline(\"TST-D01\");\n    decide.ends(\"REPLY\", \"REPLIED_TO_CUSTOMER\")");

    private static final String ESCALATION = rule(
                    "late", "Escalation( breached contains \"TST-D01\" )", "escalate(\"TST-E01\")")
            + rule("crime told", "Escalation( category == \"CRIME\", grade == \"HIGH\" )", "escalate(\"TST-E02\")");

    private HonestPack() {}

    static TestPack pack() {
        return TestPack.good()
                .without("accounting.drl")
                .with("classification.drl", CLASSIFICATION)
                .with("grading.drl", GRADING)
                .with("responsibility.drl", RESPONSIBILITY)
                .with("deadlines.drl", DEADLINES)
                .with("escalation.drl", ESCALATION)
                .edited("clauses.csv", "rule:TST-02 loss", "rule:large")
                .edited("clauses.csv", "rule:TST-02 many", "rule:many")
                .edited("clauses.csv", "rule:TST-03 owner by category", "rule:product")
                .edited("precedence.csv", "complexity,GENERAL,default,TST-02,DEFAULT\n", "");
    }

    /** A rule of clause TST-02. */
    static String rule(String name, String pattern, String verb) {
        return "rule \"" + name + "\"\n    @clause(\"TST-02\")\n    @basis(\"TEXT\")\nwhen\n    decide : " + pattern
                + "\nthen\n    decide." + verb + ";\nend\n\n";
    }

    static CheckedPack read(TestPack pack) {
        return PackReader.read(pack.files());
    }

    static List<Finding> findings(TestPack pack) {
        CheckedPack read = read(pack);
        return PackAnalysis.of(read.policy(), read.rules()).findings();
    }
}
