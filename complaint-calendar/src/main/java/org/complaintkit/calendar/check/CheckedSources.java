package org.complaintkit.calendar.check;

import org.complaintkit.calendar.Term;

/** Where the named convention sets come from, article by article, written down a second time. */
final class CheckedSources {
    private CheckedSources() {}

    /** The source that a named set, bent or not, gives for a plain term. */
    static String of(String law, Term term) {
        CheckedTerm read = CheckedTerm.of(term);
        boolean named = term instanceof Term.FixedDate;
        return switch (law) {
            case "LEDGER" -> ledger(term, read);
            case "CN-CIVIL-CODE" -> named ? "" : civilCode("203", read);
            case "CN-CIVIL-CODE-BUSINESS-HOURS" -> named ? "" : civilCode("203(1), 203(2)", read);
            case "EU-1182-71" -> named ? "" : european(law, term, read);
            case "UK-DISP" -> named ? "" : "FCA Handbook DISP " + (read.byTheClock() ? "1.6" : "1.6.2R, 1.6.2AR");
            case "UK-DISP-CLOSE-OF-BUSINESS" ->
                named ? "" : "FCA Handbook DISP " + (read.byTheClock() ? "1.6" : "1.5.1R");
            case "PSD2" -> named ? "" : "Directive (EU) 2015/2366 art. 101(2)" + (read.byTheClock() ? "" : ", 4(37)");
            case "US-REG-E" -> named ? "" : "12 CFR 1005.11" + (read.byTheClock() ? "" : ", 1005.2(d)");
            case "ASIC-RG271" -> named ? "" : "ASIC RG 271 (2021)";
            default -> "";
        };
    }

    private static String ledger(Term term, CheckedTerm read) {
        if (term instanceof Term.FixedDate date) {
            return date.before() ? "CONV-8" : "CONV-7";
        }
        if (term instanceof Term.Moment) {
            return "CONV-6";
        }
        String unit =
                read.byTheClock() ? "CONV-10" : read.shape() == CheckedTerm.Shape.WORKING_DAYS ? "CONV-4" : "CONV-5";
        return "CONV-3, " + unit + (term instanceof Term.Range ? ", CONV-9" : "");
    }

    private static String civilCode(String lastDay, CheckedTerm read) {
        if (read.byTheClock()) {
            return "Civil Code art. 200, 201(2), 204";
        }
        String months = read.shape() == CheckedTerm.Shape.MONTHS ? "202, " : "";
        return "Civil Code art. 200, 201(1), " + months + lastDay + ", 204";
    }

    private static String european(String law, Term term, CheckedTerm read) {
        if (read.byTheClock()) {
            return "Reg. 1182/71 art. 3(1), 3(2)(a)";
        }
        String unit = read.shape() == CheckedTerm.Shape.MONTHS && !(term instanceof Term.Moment) ? "(c)" : "(b)";
        String two = CheckedLaws.workingDaysWithin(law, term) > 0 ? ", 3(5)" : "";
        return "Reg. 1182/71 art. 3(1), 3(2)" + unit + ", 3(4)" + two;
    }
}
