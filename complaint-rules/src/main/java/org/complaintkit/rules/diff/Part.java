package org.complaintkit.rules.diff;

import java.util.Locale;
import org.complaintkit.rules.words.BundleTexts;

/** What a pack consists of, in the order in which it is told. */
public enum Part {
    /** The pack itself: version, validity, calendar, conventions. */
    PACK("pack.json"),
    /** A value that the institution may set, and what is set. */
    PARAMETER("pack.json"),
    /** What the parameters must fulfil together. */
    CONSISTENCY("pack.json"),
    /** What the pack asks of packs above it. */
    TIGHTENING("pack.json"),
    /** A clause of the text. */
    CLAUSE("clauses.csv"),
    /** A code and its labels. */
    WORD("vocabulary.csv"),
    /** What the library makes of a code. */
    MARK("marks.csv"),
    /** Who acts where nobody holds a role. */
    ROLE("roles.csv"),
    /** A rule: its conditions and what it proposes. */
    RULE(""),
    /** Which of several answers wins, and what is answered without a rule. */
    PRECEDENCE("precedence.csv"),
    /** Words of a complaint's text. */
    SIGNAL("signals.csv"),
    /** A deadline. */
    DEADLINE("deadlines.csv"),
    /** How a deadline may be extended. */
    EXTENSION("extensions.csv"),
    /** When clocks stand still for everybody. */
    STANDSTILL("pauses.csv"),
    /** Who is told when something runs late. */
    ESCALATION("escalations.csv"),
    /** What becomes of a duty. */
    DUTY("duties.csv"),
    /** A form and its fields. */
    FORM("forms.csv"),
    /** How a case moves. */
    TRANSITION("lifecycle.csv"),
    /** Who may decide how much. */
    AUTHORITY("authority.csv"),
    /** How long records are kept. */
    RETENTION("retention.csv"),
    /** A report of the institution. */
    REPORT("reports.csv"),
    /** What a report holds. */
    INDICATOR("indicators.csv"),
    /** An amount of money. */
    AMOUNT("amounts.csv"),
    /** How cases are numbered. */
    NUMBER("numbers.csv"),
    /** What is advised against a cause. */
    MEASURE("measures.csv");

    private final String file;

    Part(String file) {
        this.file = file;
    }

    /** The file of the pack that holds it; empty for rules, which lie in one file a stage. */
    public String file() {
        return file;
    }

    /** Whether the order of its rows decides between rows that both fit, or is the order of an answer. */
    boolean ordered() {
        return switch (this) {
            case PRECEDENCE, EXTENSION, TRANSITION, AUTHORITY, INDICATOR, AMOUNT, NUMBER, MEASURE -> true;
            default -> false;
        };
    }

    /** What people call it. */
    public String label(Locale locale) {
        return BundleTexts.of(Part.class, "diff", locale).text("part." + name());
    }
}
