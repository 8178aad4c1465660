package org.complaintkit.report;

import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.ReportRule;

/**
 * Names one report on one period: the same report has the same key, in every process and at every time.
 *
 * @param institution who owes it: the host's own identifier of the institution or branch
 * @param pack id of the pack that demands it
 * @param report id of the report, such as {@code CBR-D07}
 * @param period name of the period, such as {@code 2026-H1}
 * @param receiver role that it goes to; empty where the policy names none
 */
public record ReportKey(String institution, String pack, String report, String period, String receiver) {
    private static final String PREFIX = "report:";
    private static final Pattern INSTITUTION = Pattern.compile("[A-Za-z0-9_.-]{1,30}");

    /**
     * The key of a report of an institution.
     *
     * @throws InvalidInputException if the identifier of the institution cannot be part of one
     */
    public static ReportKey of(String institution, String pack, ReportRule rule, ReportPeriod period) {
        return new ReportKey(institution(institution), pack, rule.id(), period.name(), rule.receiver());
    }

    /**
     * An identifier that may name an institution.
     *
     * @throws InvalidInputException if it may not
     */
    public static String institution(String id) {
        if (!INSTITUTION.matcher(id).matches()) {
            throw InvalidInputException.of("INSTITUTION_ID", "institution")
                    .value(id)
                    .rule("1 to 30 letters, digits, points, hyphens and underscores")
                    .wayOut("name the institution by a short code of its own")
                    .build();
        }
        return id;
    }

    /** The key of the report that an entry of the book is about. */
    static ReportKey of(Case entry) {
        return new ReportKey(
                told(entry, "institution"),
                told(entry, "pack"),
                told(entry, "report"),
                told(entry, "period"),
                told(entry, "receiver"));
    }

    private static String told(Case entry, String name) {
        return entry.complaint().given().getOrDefault(name, "").toString();
    }

    /** The key as one text: under it the entry is stored, and no complaint may have it as its id. */
    public String text() {
        return PREFIX + String.join("/", institution, pack, report, period, receiver);
    }

    /** The part of the key that the same report on another period has too. */
    public String row() {
        return PREFIX + String.join("/", institution, pack, report, receiver);
    }

    /** Whether an id names an entry of the book of reports, and no case. */
    public static boolean names(String id) {
        return id.startsWith(PREFIX);
    }
}
