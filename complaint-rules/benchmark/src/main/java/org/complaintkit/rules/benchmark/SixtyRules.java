package org.complaintkit.rules.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Sixty rules of five stages, as data from which each engine gets them in its own language. Of several categories, grades
 * or owners the one with the lowest rank stands.
 */
final class SixtyRules {
    static final String[] OWNERS = {
        "COMPLAINED_UNIT",
        "PRODUCT_MANAGEMENT",
        "CHANNEL_MANAGEMENT",
        "AUDIT_SUPERVISION",
        "OUTLET_HEAD",
        "CUSTOMER_SERVICE"
    };
    static final String OTHER = "C99";
    static final String NO_ONE_ELSE = "OFFICE";

    private SixtyRules() {}

    /** The stages, in the order in which they are asked. */
    enum Stage {
        CLASSIFICATION,
        GRADING,
        RESPONSIBILITY,
        DEADLINES,
        ESCALATION;

        String fact() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /** One comparison. */
    record Atom(String field, String operator, String value) {
        boolean number() {
            return Character.isDigit(value.charAt(0));
        }

        String drl() {
            return field + " " + operator + " " + (number() ? value : "\"" + value + "\"");
        }
    }

    /** One rule: what must hold, and what it answers. */
    record Line(Stage stage, String name, int rank, String verb, String code, List<Atom> atoms) {
        String condition() {
            return atoms.stream().map(Atom::drl).collect(Collectors.joining(", "));
        }
    }

    static List<Line> all() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            add(lines, Stage.CLASSIFICATION, "category", "C" + i, i + 1, atom("intakeCategories", "contains", "K" + i));
        }
        String[] channels = {"PHONE", "LETTER", "EMAIL", "MEDIA"};
        for (int i = 0; i < channels.length; i++) {
            add(lines, Stage.CLASSIFICATION, "category", "C" + (12 + i), 13 + i, atom("channel", "==", channels[i]));
        }
        add(lines, Stage.CLASSIFICATION, "label", "URGENT", 0, atom("labels", "contains", "VIP"));
        add(lines, Stage.CLASSIFICATION, "label", "MAJOR", 0, atom("claimedLoss", ">=", "50000"));

        grade(lines, 1, atom("claimedLoss", ">=", "100000"));
        grade(lines, 2, atom("claimedLoss", ">=", "10000"));
        grade(lines, 3, atom("claimedLoss", ">=", "1000"));
        grade(lines, 4, atom("claimedLoss", "<", "1000"));
        grade(lines, 1, atom("complainantCount", ">=", "10"));
        grade(lines, 2, atom("complainantCount", ">=", "3"));
        grade(lines, 3, atom("labels", "contains", "VIP"));
        grade(lines, 1, atom("channel", "==", "MEDIA"));
        grade(lines, 2, atom("channel", "==", "REGULATOR"));
        grade(lines, 2, atom("category", "==", "C3"));
        grade(lines, 3, atom("category", "==", "C7"));
        grade(lines, 2, atom("labels", "contains", "MAJOR"));

        for (int i = 0; i < 12; i++) {
            String owner = OWNERS[i % OWNERS.length];
            int rank = 3 + i % OWNERS.length;
            add(lines, Stage.RESPONSIBILITY, "owner", owner, rank, atom("category", "==", "C" + i));
        }
        add(lines, Stage.RESPONSIBILITY, "owner", "LEADER_IN_CHARGE", 1, atom("grade", "==", "G1"));
        add(lines, Stage.RESPONSIBILITY, "owner", "LEGAL", 2, atom("channel", "==", "REGULATOR"));

        Atom[] clocks = {
            atom("grade", "==", "G1"),
            atom("grade", "==", "G2"),
            atom("grade", "==", "G3"),
            atom("grade", "==", "G4"),
            atom("channel", "==", "MEDIA"),
            atom("channel", "==", "REGULATOR"),
            atom("labels", "contains", "VIP"),
            atom("complainantCount", ">=", "3")
        };
        for (int i = 0; i < clocks.length; i++) {
            add(lines, Stage.DEADLINES, "deadline", "BNC-D0" + (i + 1), 0, clocks[i]);
        }
        Atom[][] told = {
            {atom("grade", "==", "G1")},
            {atom("grade", "==", "G2"), atom("channel", "==", "PHONE")},
            {atom("channel", "==", "MEDIA")},
            {atom("complainantCount", ">=", "10")},
            {atom("labels", "contains", "MAJOR")},
            {atom("claimedLoss", ">=", "200000")},
            {atom("owner", "==", "LEGAL")},
            {atom("category", "==", "C5")}
        };
        for (int i = 0; i < told.length; i++) {
            add(lines, Stage.ESCALATION, "escalate", "BNC-E0" + (i + 1), 0, told[i]);
        }
        return List.copyOf(lines);
    }

    static List<Line> of(Stage stage) {
        return all().stream().filter(line -> line.stage() == stage).toList();
    }

    private static Atom atom(String field, String operator, String value) {
        return new Atom(field, operator, value);
    }

    private static void grade(List<Line> lines, int grade, Atom atom) {
        add(lines, Stage.GRADING, "grade", "G" + grade, grade, atom);
    }

    private static void add(List<Line> lines, Stage stage, String verb, String code, int rank, Atom... atoms) {
        String name = "BNC-" + (lines.size() + 1);
        lines.add(new Line(stage, name, rank, verb, code, Arrays.asList(atoms)));
    }
}
