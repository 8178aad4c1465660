package org.complaintkit.calendar;

/**
 * A word for time without a number, with the term that it stands for unless a question says otherwise (CONV-12). A date
 * that is set or promised case by case has no default.
 */
public enum SoftTime {
    /** 立即, 马上, 即刻, 第一时间. Default: 2 clock hours. */
    IMMEDIATE("immediately", "立即", "立即", "2 hours"),
    /** 迅速, 尽快. Default: 1 working day. */
    PROMPT("promptly", "尽快", "儘快", "1 working day"),
    /** 及时. Default: 1 working day. */
    TIMELY("timely", "及时", "及時", "1 working day"),
    /** 定期. Default: 1 month. */
    PERIODIC("periodically", "定期", "定期", "1 month"),
    /** 限期: a date set for the case. */
    SET("by the date set", "限期", "限期", ""),
    /** 承诺时限: a date promised to the customer. */
    PROMISED("by the date promised", "承诺时限", "承諾時限", "");

    private final String english;
    private final String simplified;
    private final String traditional;
    private final String standard;

    SoftTime(String english, String simplified, String traditional, String standard) {
        this.english = english;
        this.simplified = simplified;
        this.traditional = traditional;
        this.standard = standard;
    }

    String english() {
        return english;
    }

    String simplified() {
        return simplified;
    }

    String traditional() {
        return traditional;
    }

    /**
     * The term that the word stands for by default.
     *
     * @throws InvalidInputException TERM_NEEDS_DATE for a date that must be given
     */
    public Term standard() {
        if (standard.isEmpty()) {
            throw InvalidInputException.of("TERM_NEEDS_DATE", "term")
                    .value(english)
                    .rule("a date that is set or promised must be given")
                    .wayOut("use the given date as the term, such as 2026-03-31")
                    .build();
        }
        return Term.parse(standard);
    }
}
