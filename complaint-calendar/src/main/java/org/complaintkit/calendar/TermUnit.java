package org.complaintkit.calendar;

/** Unit of a term. */
public enum TermUnit {
    /** Working days of the calendar. */
    WORKING_DAYS("working day", "个工作日"),
    /** Calendar days, rest days included. */
    DAYS("calendar day", "天"),
    /** Weeks of seven calendar days. */
    WEEKS("week", "周"),
    /** Calendar months, clamped to the end of a shorter month. */
    MONTHS("month", "个月"),
    /** Calendar years; 29 February becomes 28. */
    YEARS("year", "年"),
    /** Hours by the clock, nights and holidays included. */
    HOURS("hour", "小时"),
    /** Minutes by the clock. */
    MINUTES("minute", "分钟"),
    /** Hours within service hours. */
    WORKING_HOURS("working hour", "个工作小时"),
    /** Minutes within service hours. */
    WORKING_MINUTES("working minute", "个工作分钟");

    private final String english;
    private final String chinese;

    TermUnit(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** Whether the unit counts days rather than time by the clock. */
    public boolean isDays() {
        return switch (this) {
            case WORKING_DAYS, DAYS, WEEKS, MONTHS, YEARS -> true;
            case HOURS, MINUTES, WORKING_HOURS, WORKING_MINUTES -> false;
        };
    }

    /** Singular English name. */
    String english() {
        return english;
    }

    String english(int amount) {
        return amount == 1 ? english : english + "s";
    }

    String chinese() {
        return chinese;
    }
}
