package org.complaintkit.calendar;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Input that cannot be used: the one typed error of the project. It names the subject, the offending value, the rule
 * that the value breaks and a way out, and nothing has changed when it is thrown.
 *
 * <p>The value is cut at 80 characters and its control characters are escaped, so that a message is one line whatever
 * was read. Callers never put personal data into it. Instances are immutable.
 */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_VALUE = 80;

    private final String code;
    private final String subject;
    private final String value;
    private final String rule;
    private final String wayOut;
    private final String at;

    private InvalidInputException(Builder b) {
        super(text(b), b.cause);
        this.code = b.code;
        this.subject = b.subject;
        this.value = b.value;
        this.rule = b.rule;
        this.wayOut = b.wayOut;
        this.at = b.at;
    }

    /**
     * Starts an error.
     *
     * @param code a stable constant such as {@code UNKNOWN_CALENDAR}
     * @param subject what the error is about, such as {@code term}
     */
    public static Builder of(String code, String subject) {
        return new Builder(code, subject);
    }

    /** Stable code in upper snake case, fit for a program to switch on. */
    public String code() {
        return code;
    }

    /** What the error is about. */
    public String subject() {
        return subject;
    }

    /** The offending value, or the empty string. */
    public String value() {
        return value;
    }

    /** What is required. */
    public String rule() {
        return rule;
    }

    /** What to do about it. */
    public String wayOut() {
        return wayOut;
    }

    /** Where it is, such as {@code file.csv:12:3} or {@code /complaint/channel}, or the empty string. */
    public String at() {
        return at;
    }

    /** The same error at a position that only the caller knows; the deeper position wins if there already is one. */
    public InvalidInputException at(String position) {
        String joined = at.isEmpty() || at.equals(position) ? position : position + " " + at;
        return of(code, subject)
                .value(value)
                .rule(rule)
                .wayOut(wayOut)
                .at(joined)
                .cause(this)
                .build();
    }

    private static String text(Builder b) {
        StringBuilder s = new StringBuilder(b.code).append(": ").append(Builder.shown(b.subject, Integer.MAX_VALUE));
        if (!b.value.isEmpty()) {
            s.append(" '").append(b.value).append('\'');
        }
        if (!b.at.isEmpty()) {
            s.append(" at ").append(Builder.shown(b.at, Integer.MAX_VALUE));
        }
        if (!b.rule.isEmpty()) {
            s.append(": ").append(b.rule);
        }
        if (!b.wayOut.isEmpty()) {
            s.append(" (").append(b.wayOut).append(')');
        }
        return s.toString();
    }

    /** Collects the parts of an error; not thread-safe, used once. */
    public static final class Builder {
        private final String code;
        private final String subject;
        private String value = "";
        private String rule = "";
        private String wayOut = "";
        private String at = "";
        private @Nullable Throwable cause;

        private Builder(String code, String subject) {
            this.code = code;
            this.subject = subject;
        }

        /** The offending value; null is shown as {@code null}. */
        public Builder value(@Nullable Object offending) {
            this.value = shown(String.valueOf(offending), LONGEST_VALUE);
            return this;
        }

        /** What is required. */
        public Builder rule(String required) {
            this.rule = required;
            return this;
        }

        /** What the reader can do. */
        public Builder wayOut(String advice) {
            this.wayOut = advice;
            return this;
        }

        /** The position in the input. */
        public Builder at(String position) {
            this.at = position;
            return this;
        }

        /** The error underneath. */
        public Builder cause(@Nullable Throwable underlying) {
            this.cause = underlying;
            return this;
        }

        /** Makes the exception. */
        public InvalidInputException build() {
            return new InvalidInputException(this);
        }

        /** On one line: a name in somebody's file may hold line ends, and a message goes into a log. */
        private static String shown(String raw, int longest) {
            StringBuilder s = new StringBuilder();
            for (int i = 0; i < raw.length() && s.length() < longest; ) {
                int c = raw.codePointAt(i);
                i += Character.charCount(c);
                if (plain(c)) {
                    s.appendCodePoint(c);
                } else {
                    s.append(String.format(Locale.ROOT, "\\u%04x", c));
                }
            }
            int end = Math.min(s.length(), longest);
            boolean half = end < s.length() && Character.isLowSurrogate(s.charAt(end));
            return s.substring(0, half ? end - 1 : end);
        }

        private static boolean plain(int c) {
            int type = Character.getType(c);
            return type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.SURROGATE
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR
                    && type != Character.UNASSIGNED;
        }
    }
}
