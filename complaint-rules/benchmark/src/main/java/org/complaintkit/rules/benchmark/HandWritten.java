package org.complaintkit.rules.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The sixty rules as a programmer would write them who never has to explain or change one: the floor. */
final class HandWritten {
    private HandWritten() {}

    static Verdict decide(Question q) {
        String category = category(q);
        Set<String> labels = new TreeSet<>();
        if (q.vip()) {
            labels.add("VIP");
            labels.add("URGENT");
        }
        boolean major = q.loss() >= 50_000;
        if (major) {
            labels.add("MAJOR");
        }
        String grade = grade(q, category, major);
        String owner = owner(q, category, grade);
        List<String> deadlines = new ArrayList<>();
        deadlines.add("BNC-D0" + grade.charAt(1));
        if (q.channel().equals("MEDIA")) {
            deadlines.add("BNC-D05");
        }
        if (q.channel().equals("REGULATOR")) {
            deadlines.add("BNC-D06");
        }
        if (q.vip()) {
            deadlines.add("BNC-D07");
        }
        if (q.persons() >= 3) {
            deadlines.add("BNC-D08");
        }
        return new Verdict(category, labels, grade, owner, deadlines, escalations(q, category, grade, owner, major));
    }

    private static String category(Question q) {
        return switch (q.kind()) {
            case "K12", "K13" ->
                switch (q.channel()) {
                    case "PHONE" -> "C12";
                    case "LETTER" -> "C13";
                    case "EMAIL" -> "C14";
                    case "MEDIA" -> "C15";
                    default -> SixtyRules.OTHER;
                };
            default -> "C" + q.kind().substring(1);
        };
    }

    private static String grade(Question q, String category, boolean major) {
        if (q.loss() >= 100_000 || q.persons() >= 10 || q.channel().equals("MEDIA")) {
            return "G1";
        }
        if (q.loss() >= 10_000
                || q.persons() >= 3
                || q.channel().equals("REGULATOR")
                || category.equals("C3")
                || major) {
            return "G2";
        }
        return q.loss() >= 1_000 || q.vip() || category.equals("C7") ? "G3" : "G4";
    }

    private static String owner(Question q, String category, String grade) {
        if (grade.equals("G1")) {
            return "LEADER_IN_CHARGE";
        }
        if (q.channel().equals("REGULATOR")) {
            return "LEGAL";
        }
        int number = Integer.parseInt(category, 1, category.length(), 10);
        return number < 12 ? SixtyRules.OWNERS[number % SixtyRules.OWNERS.length] : SixtyRules.NO_ONE_ELSE;
    }

    private static List<String> escalations(Question q, String category, String grade, String owner, boolean major) {
        List<String> told = new ArrayList<>();
        if (grade.equals("G1")) {
            told.add("BNC-E01");
        }
        if (grade.equals("G2") && q.channel().equals("PHONE")) {
            told.add("BNC-E02");
        }
        if (q.channel().equals("MEDIA")) {
            told.add("BNC-E03");
        }
        if (q.persons() >= 10) {
            told.add("BNC-E04");
        }
        if (major) {
            told.add("BNC-E05");
        }
        if (q.loss() >= 200_000) {
            told.add("BNC-E06");
        }
        if (owner.equals("LEGAL")) {
            told.add("BNC-E07");
        }
        if (category.equals("C5")) {
            told.add("BNC-E08");
        }
        return told;
    }
}
