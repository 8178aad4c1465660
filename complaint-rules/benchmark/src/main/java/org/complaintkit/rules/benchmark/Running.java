package org.complaintkit.rules.benchmark;

import java.util.Set;
import java.util.TreeSet;

/** The running answer, as the usual form of Drools keeps and modifies it. */
public final class Running {
    static final Set<String> FIELDS = Set.of("labels", "category", "grade", "owner");

    private final Set<String> labels;
    private final Set<String> told = new TreeSet<>();
    private String category = "";
    private String grade = "";
    private String owner = "";

    Running(Set<String> facts) {
        labels = new TreeSet<>(facts);
    }

    /** What must still be open for a rule to answer, its stage reached. */
    static String open(SixtyRules.Line line) {
        return switch (line.verb()) {
            case "category" -> "category == \"\"";
            case "label" -> "labels not contains \"" + line.code() + "\"";
            case "grade" -> "category != \"\", grade == \"\"";
            case "owner" -> "grade != \"\", owner == \"\"";
            default -> "owner != \"\", told not contains \"" + line.code() + "\"";
        };
    }

    /** The only verb. */
    public void add(String verb, String code) {
        switch (verb) {
            case "category" -> category = code;
            case "label" -> labels.add(code);
            case "grade" -> grade = code;
            case "owner" -> owner = code;
            default -> told.add(code);
        }
    }

    /** A condition's field. */
    public Set<String> getLabels() {
        return labels;
    }

    /** A condition's field. */
    public Set<String> getTold() {
        return told;
    }

    /** A condition's field. */
    public String getCategory() {
        return category;
    }

    /** A condition's field. */
    public String getGrade() {
        return grade;
    }

    /** A condition's field. */
    public String getOwner() {
        return owner;
    }

    Verdict verdict() {
        return new Verdict(
                category,
                labels,
                grade,
                owner,
                told.stream().filter(code -> code.startsWith("BNC-D")).toList(),
                told.stream().filter(code -> code.startsWith("BNC-E")).toList());
    }
}
