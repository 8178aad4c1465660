package org.complaintkit.rules.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.Term;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Parameters;

/** Words for what tables say about events and about time. Not thread-safe. */
public final class TableWords {
    /** Kinds of the codes that events say under some keys. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("by", "ROLE"),
            Map.entry("to", "ROLE"),
            Map.entry("state", "STATE"),
            Map.entry("within", "DEADLINE"),
            Map.entry("deadline", "DEADLINE"),
            Map.entry("escalation", "ESCALATION"),
            Map.entry("form", "FORM"),
            Map.entry("after", "EVENT"),
            Map.entry("outcome", "OUTCOME"),
            Map.entry("grade", "GRADE"),
            Map.entry("complexity", "COMPLEXITY"));

    private final Words words;
    private final Labels labels;
    private final Parameters parameters;

    TableWords(Words words, Labels labels, Parameters parameters) {
        this.words = words;
        this.labels = labels;
        this.parameters = parameters;
    }

    /** The kind of the codes that events say under a key; empty if they say none. */
    public static String kind(String key) {
        return KINDS.getOrDefault(key, "");
    }

    /** When an expression of events has happened; the empty text for one that never does. */
    public String when(EventExpression expression) {
        if (expression.toString().isEmpty()) {
            return "";
        }
        return words.joined(
                "time.else",
                split(
                        expression.toString(),
                        "\\s+else\\s+",
                        alternative -> words.joined(
                                "time.earlier",
                                split(
                                        alternative,
                                        "\\s+or\\s+",
                                        conjunction -> words.joined(
                                                "time.both", split(conjunction, "\\s+and\\s+", this::event))))));
    }

    private static List<String> split(String text, String by, UnaryOperator<String> word) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(by, -1)) {
            parts.add(word.apply(part));
        }
        return parts;
    }

    /** An event pattern; what is none is given back as it is. */
    public String event(String pattern) {
        if (labels.inCodes()) {
            return quoted(pattern);
        }
        try {
            return event(EventPattern.parse(pattern));
        } catch (InvalidInputException e) {
            return pattern;
        }
    }

    /** An event pattern. */
    public String event(EventPattern pattern) {
        String text = quoted(type(pattern.type()));
        if (!pattern.conditions().isEmpty()) {
            List<String> said = pattern.conditions().stream()
                    .map(each -> words.text(
                            each.equal() ? "event.part" : "event.other", each.key(), value(each.key(), each.value())))
                    .toList();
            text = words.text("with.code", text, String.join(words.text("list"), said));
        }
        return pattern.keys().isEmpty() ? text : words.text("event.said", String.join("|", pattern.keys()), text);
    }

    private String type(String type) {
        String milestone = "milestone." + type;
        if (words.knows(milestone)) {
            return words.text(milestone);
        }
        String ours = "event." + type;
        return words.knows(ours) ? words.text(ours) : labels.of("EVENT", type);
    }

    private String value(String key, String value) {
        if (value.equals(EventPattern.ANYTHING)) {
            return words.text("anything");
        }
        if (value.equals(EventPattern.START)) {
            return words.text("event.START");
        }
        return quoted(labels.ifKnown(kind(key), value));
    }

    private String quoted(String text) {
        return words.text("quote", text);
    }

    /** A limit or a target, with the values in force in the place of parameters. */
    public String limit(LimitRule limit) {
        return switch (limit.kind()) {
            case SAME -> words.text("limit.same");
            case LIMIT -> words.text("limit.limit");
            case LAST_WORKING_DAY -> words.text("limit.lastWorkingDay");
            case LAST_WORKING_DAY_BEFORE -> words.text("limit.lastWorkingDayBefore");
            case AS_DEADLINE ->
                words.text(
                        "limit.as",
                        String.join(
                                words.text("list"),
                                limit.deadlines().stream()
                                        .map(id -> labels.of("DEADLINE", id))
                                        .toList()));
            case BEFORE_LIMIT -> words.text("limit.before", term(limit));
            case GIVEN -> words.text("limit.given", limit.text());
            case SAID -> event(limit.said());
            case EARLIEST_SAID -> words.text("limit.earliest", event(limit.said()));
            case FIRST_KNOWN ->
                words.joined(
                        "limit.first",
                        limit.alternatives().stream().map(this::limit).toList());
            case SOFT_WORD ->
                words.text("limit.soft", labels.of("SOFT_TIME", limit.softWord().orElseThrow()), term(limit));
            case TERM -> term(limit);
        };
    }

    /** A term of a cell, parameters filled in, in the language; as written where it is none. */
    private String term(LimitRule limit) {
        String text = limit.term(parameters);
        String term = term(text);
        return limit.kind() == LimitRule.Kind.SOFT_WORD || limit.parameters().isEmpty()
                ? term
                : words.text("with.code", term, String.join(words.text("list"), limit.parameters()));
    }

    /** A term in the language; a text that is none, nor a word of ours, as it is. */
    public String term(String text) {
        if (words.knows("term." + text)) {
            return words.text("term." + text);
        }
        try {
            return Term.parse(text).text(Locale.forLanguageTag(words.language()));
        } catch (InvalidInputException e) {
            return text;
        }
    }
}
