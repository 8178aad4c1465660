package org.complaintkit.rules.pack;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;

/**
 * Everything that can be wrong with a pack. What is said about each kind stands, in three languages, in the resource
 * {@code faults.csv} beside the package of the rules. Several kinds may share a code, where the same slip is told in
 * other words at another place.
 */
public enum FaultKind {
    // Files
    UNKNOWN_FILE,
    FILE_OUTSIDE,
    MANIFEST_MISSING("FILE_MISSING"),
    LIFECYCLE_MISSING("FILE_MISSING"),
    TABLE_MISSING("FILE_MISSING"),
    FILE_TOO_LARGE,
    NOT_UTF_8,
    OTHER_ENCODING("NOT_UTF_8"),
    FILE_EMPTY,
    LIFECYCLE_EMPTY("FILE_EMPTY"),

    // Cells and rows
    TOO_MANY_ROWS,
    TOO_MANY_CELLS,
    CELL_LENGTH,
    QUOTE_UNCLOSED("CSV_QUOTE"),
    TEXT_BEHIND_QUOTE("CSV_QUOTE"),
    ROW_LENGTH,
    ROW_SHORT("ROW_LENGTH"),
    ROW_TRAILING("ROW_LENGTH"),
    ROW_FULL_WIDTH("FULL_WIDTH"),
    CSV_SEPARATOR,
    UNKNOWN_COLUMN,
    COLUMN_UNNAMED("UNKNOWN_COLUMN"),
    COLUMN_TWICE,
    COLUMN_MISSING,
    HEADER_MISSING("COLUMN_MISSING"),
    CELL_EMPTY,
    UNKNOWN_WORD,
    INVISIBLE_IN_CELL("INVISIBLE_CHARACTER"),
    SEPARATOR_FULL_WIDTH("FULL_WIDTH"),
    CELL_FULL_WIDTH("FULL_WIDTH"),
    DUPLICATE_ID,
    LABEL_EMPTY("LABEL_MISSING"),
    LABEL_MISSING,

    // The manifest
    MALFORMED_JSON,
    NUMBER_WITHOUT_BOUND("MALFORMED_JSON"),
    UNKNOWN_KEY("UNKNOWN_FIELD"),
    TEXT_EXPECTED,
    NUMBER_EXPECTED,
    DEFAULT_EXPECTED("NUMBER_EXPECTED"),
    MALFORMED_FIELD("MALFORMED_VALUE"),
    MALFORMED_DATE("MALFORMED_VALUE"),
    MALFORMED_CHOICE("MALFORMED_VALUE"),
    MALFORMED_PACK_ID("MALFORMED_VALUE"),
    MALFORMED_VERSION("MALFORMED_VALUE"),
    MALFORMED_PARAMETER_ID("MALFORMED_VALUE"),
    DATES_REVERSED,
    UNKNOWN_CONVENTION,
    CATEGORIES_WORD("UNKNOWN_WORD"),
    DATE_UNIT("UNKNOWN_WORD"),
    READ_BY_WORD("UNKNOWN_WORD"),
    PARAMETER_TWICE("DUPLICATE_ID"),
    PARAMETER_RANGE,
    PARAMETER_LABEL("LABEL_MISSING"),
    UNKNOWN_SAME("UNKNOWN_PARAMETER"),
    PARAMS_INCONSISTENT,

    // Names
    UNKNOWN_CLAUSE,
    UNKNOWN_CODE,
    CODE_BY_LABEL("UNKNOWN_CODE"),
    UNKNOWN_BREACH("UNKNOWN_CODE"),
    UNKNOWN_EVENT,
    UNKNOWN_DEADLINE,
    UNKNOWN_ESCALATION,
    UNKNOWN_RULE,
    UNKNOWN_ARTEFACT,
    UNKNOWN_EXECUTOR("UNKNOWN_WORD"),
    UNKNOWN_ANSWER,
    AMOUNT_ANSWER("UNKNOWN_ANSWER"),
    ROLE_CANNOT_HANDLE,
    PARTY_TOLD("ROLE_CANNOT_HANDLE"),

    // Values of single tables
    MALFORMED_CODE,
    CODE_TWICE("DUPLICATE_ID"),
    EXECUTOR_MISSING("CELL_EMPTY"),
    REPORT_TWICE("DUPLICATE_ID"),
    FORM_FIELD_TWICE("DUPLICATE_ID"),
    MALFORMED_RANK("MALFORMED_VALUE"),
    MALFORMED_AMOUNT_NAME("MALFORMED_CODE"),
    AMOUNT_CYCLE,
    UNKNOWN_AMOUNT,
    UNKNOWN_NUMBER("UNKNOWN_PARAMETER"),
    MEASURE_TWICE("DUPLICATE_ID"),
    MALFORMED_WEIGHT("MALFORMED_VALUE"),
    UNKNOWN_WORDS,
    TOO_MANY_WORDS,
    INDICATOR_TWICE("DUPLICATE_ID"),
    FIGURE_MISSING,
    SEVERAL_DIMENSIONS,
    MALFORMED_TOP("MALFORMED_VALUE"),
    UNKNOWN_REPORT,
    UNKNOWN_LOSS("UNKNOWN_AMOUNT"),
    RATE_WITHOUT_BASE("UNKNOWN_PARAMETER"),
    OF_NOTHING,
    AUTHORITY_BOUND("UNKNOWN_PARAMETER"),
    UNKNOWN_DUTY,
    START_MISSING("CELL_EMPTY"),
    MARK_TWICE("DUPLICATE_ID"),

    // Rows that cannot all be meant
    RANK_TWICE,
    DEFAULT_TWICE,
    TRANSITION_TWICE,
    FORM_EVENTS_DIFFER,
    EXTENSION_TWICE,
    AUTHORITY_TWICE,
    TARGET_BEHIND_LIMIT,
    WARNING_TOO_EARLY,
    PARAMETER_BOUNDS,

    // Packs above
    LIMIT_ABOVE_CAP,
    TIGHTENS_NOTHING,

    // What works and is probably not meant
    LIMIT_FAR(Severity.WARNING),
    DEFAULT_AS_TEXT(Severity.WARNING),
    DEADLINE_UNUSED(Severity.WARNING),
    ESCALATION_UNUSED(Severity.WARNING),
    DUTY_UNUSED(Severity.WARNING),
    AMOUNT_UNUSED(Severity.WARNING),
    STATE_UNREACHED(Severity.WARNING),
    RANK_UNUSED(Severity.WARNING),
    PARAMETER_UNREAD(Severity.WARNING),
    LABEL_UNREAD(Severity.WARNING),
    CITES_ANOTHER_CLAUSE(Severity.WARNING),
    TABLE_EMPTY("FILE_EMPTY", Severity.WARNING),
    RULES_EMPTY("FILE_EMPTY", Severity.WARNING),

    // Worked cases, whose faults keep no pack from being loaded
    CASES_UNREADABLE,
    CASE_EMPTY("MALFORMED_JSON"),
    CASE_ROW("MALFORMED_ROW"),
    CASE_LACKS("MISSING_FIELD"),
    CASE_VALUE("WRONG_TYPE"),
    CASE_MOMENT("MALFORMED_VALUE"),
    CASE_PERIOD("MALFORMED_VALUE"),
    CASE_WORD("UNKNOWN_CODE"),
    CASE_TWICE("DUPLICATE_ID"),
    CASE_ELSEWHERE("UNKNOWN_PACK"),
    CASE_PACK("UNKNOWN_PACK"),
    CASE_KEY("UNKNOWN_FIELD"),

    // Rules together: found by the analysis, each with a complaint that shows it
    CONDITION_CONTRADICTS(Severity.WARNING),
    SAME_CONDITION(Severity.WARNING),
    RULE_REDUNDANT(Severity.WARNING),
    RULE_SUBSUMED(Severity.WARNING),
    RULE_SHADOWED(Severity.WARNING),
    RULE_UNREACHABLE(Severity.WARNING),
    RULES_CONFLICT(Severity.WARNING),
    ANSWER_UNREACHABLE(Severity.WARNING),
    GAP_IN_CODES(Severity.WARNING),
    GAP_IN_NUMBERS(Severity.WARNING),
    GAP_IN_ANSWERS(Severity.WARNING),
    GAP_IN_DEADLINES("GAP_IN_ANSWERS", Severity.WARNING),
    NO_OWNER("GAP_IN_ANSWERS", Severity.WARNING),
    ESCALATION_NEVER(Severity.WARNING),
    RULE_UNANALYSED(Severity.WARNING),
    VALUES_UNANALYSED(Severity.WARNING),
    ANALYSIS_CUT(Severity.WARNING),

    // Characters of rule files
    FULL_WIDTH,
    LETTER_FULL_WIDTH("FULL_WIDTH"),
    INVISIBLE_CHARACTER,
    CHARACTER,
    ESCAPE,
    QUOTE_OPEN,
    COMMENT_OPEN,

    // Decision tables and sentences
    COLUMN_OF_CONDITION("UNKNOWN_COLUMN"),
    NO_ANSWER_COLUMN("COLUMN_MISSING"),
    RULE_NAME_QUOTE("RULE_NAME"),
    CELL_CONDITION("VALUE"),
    CELL_NEGATION("VALUE"),
    CELL_ENDS("ARGUMENTS"),
    UNKNOWN_LABEL("UNKNOWN_CODE"),
    LABEL_AMBIGUOUS,
    ANSWER_AMBIGUOUS("LABEL_AMBIGUOUS"),
    SENTENCE_WORDS,
    SENTENCE_ORDER,
    SENTENCE_MIXED,
    SENTENCE_OPEN("SENTENCE_WORDS"),
    SENTENCE_LONG("FILE_TOO_LARGE"),
    SENTENCE_CLAUSE("CLAUSE_MISSING"),
    PARAMETER_SAID,

    // The form of a rule
    EXPECTED,
    TEXT_IN_QUOTES("EXPECTED"),
    SEMICOLON("EXPECTED"),
    NO_RULE,
    TOO_MANY_RULES,
    RULE_NAME,
    RULE_NAME_COMMENT("RULE_NAME"),
    RULE_NAME_LENGTH("RULE_NAME"),
    TOO_MANY_ACTIONS,
    CLAUSE_MISSING,
    BASIS_MISSING,
    BASIS_WORD("UNKNOWN_WORD"),
    ANNOTATION_TWICE,
    UNKNOWN_ANNOTATION("NOT_ALLOWED"),
    WHEN_MISSING("NOT_ALLOWED"),
    SALIENCE("NOT_ALLOWED"),
    ATTRIBUTE("NOT_ALLOWED"),
    PATTERN,
    OTHER_FACTS("PATTERN"),
    SECOND_PATTERN("PATTERN"),
    CODE_IN_PATTERN("PATTERN"),
    UNKNOWN_FACT,
    FACT_ELSEWHERE("UNKNOWN_FACT"),
    NO_ACTION,
    END_MISSING,
    CONSEQUENCE,
    FACT_CHANGED("CONSEQUENCE"),
    ENGINE_SEEN("CONSEQUENCE"),

    // Conditions
    FIELD_FIRST,
    NOT_FIRST("OPERATOR"),
    OPERATOR,
    SINGLE_EQUALS,
    WORD_FOR_SIGN,
    UNKNOWN_OPERATOR("NOT_ALLOWED"),
    CALL("NOT_ALLOWED"),
    EVAL("NOT_ALLOWED"),
    NESTING,
    TOO_MANY_CONDITIONS,
    TOO_MANY_VALUES,
    VALUE,
    NULL_VALUE("VALUE"),
    CODE_UNQUOTED,
    NUMBER,
    NUMBER_RANGE,
    UNKNOWN_FIELD,
    FIELD_TOO_EARLY,
    SEVERAL_CODES("OPERATOR"),
    NO_ORDER("OPERATOR"),
    YES_OR_NO("OPERATOR"),
    ONE_VALUE("OPERATOR"),
    CODE_WANTED("TYPE"),
    FLAG_WANTED("TYPE"),
    NUMBER_WANTED("TYPE"),
    WHOLE_WANTED("TYPE"),
    PARAMETER_KIND("TYPE"),
    TEXT_CHARACTERS,
    UNKNOWN_PARAMETER,

    // Consequences and rules together
    DUPLICATE_RULE,
    UNKNOWN_VERB,
    VERB_ELSEWHERE("UNKNOWN_VERB"),
    ARGUMENTS,
    ENDS_ARGUMENTS("ARGUMENTS"),
    CODE_ARGUMENT("ARGUMENTS"),
    UNKNOWN_MILESTONE,
    UNKNOWN_CODE_PARAMETER("UNKNOWN_PARAMETER"),
    UNKNOWN_ROW("UNKNOWN_CODE"),
    UNKNOWN_HANDLER("UNKNOWN_CODE"),

    // What parsers of the calendar and the core refuse: their own words in English, ours in the other languages
    TERM_MALFORMED,
    TERM_OUT_OF_RANGE,
    SHARE_OUT_OF_RANGE,
    EVENT_PATTERN,
    FORMULA,
    NUMBER_FORMAT,
    PAUSE_RULE,
    DIMENSION,
    INDICATOR_TARGET,
    CONSISTENCY,
    MALFORMED_SIGNAL,
    SERVICE_HOURS_MALFORMED,
    PARAMETER_VALUE,
    LAYER_FIXED,
    LAYER_LOOSENS,
    PARAMETER_CYCLE,
    REFUSED_PARAMETER("UNKNOWN_PARAMETER"),
    REFUSED;

    /** How a refusal lists the words that it knows. */
    private static final Pattern KNOWN = Pattern.compile("one of \\[(.*)]");

    private final String code;
    private final Severity severity;

    FaultKind() {
        this.code = name();
        this.severity = Severity.ERROR;
    }

    FaultKind(Severity severity) {
        this.code = name();
        this.severity = severity;
    }

    FaultKind(String code) {
        this(code, Severity.ERROR);
    }

    FaultKind(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /** Stable code in upper snake case, fit for a program to switch on. */
    public String code() {
        return code;
    }

    /** Whether the pack can be used all the same. */
    public Severity severity() {
        return severity;
    }

    /** What a code means, without what only one fault of this code says; of several kinds the first is told. */
    public static String meaning(String code, Locale locale) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code) && kind != REFUSED)
                .findFirst()
                .map(kind -> FaultTexts.get().reason(kind, locale, Collections.nCopies(10, "…")))
                .filter(meaning -> meaning.chars().anyMatch(Character::isLetter))
                .orElseGet(() -> code.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** What is said about a fault of this kind. */
    public Told told(Object... arguments) {
        return Told.of(this, arguments);
    }

    /** Whether a parser of another module has found it. */
    boolean isRefusal() {
        return compareTo(TERM_MALFORMED) >= 0 && compareTo(REFUSED) <= 0;
    }

    /** What a parser refused, in its own words; other languages know its code only. */
    static Told refused(InvalidInputException refused) {
        FaultKind kind = kind(refused.code()).orElse(REFUSED);
        Told told = kind.told(refused.code(), refused.subject(), refused.rule(), refused.wayOut());
        Matcher known = KNOWN.matcher(refused.rule());
        return kind == REFUSED_PARAMETER && known.matches()
                ? told.near(
                        String.valueOf(refused.value()), List.of(known.group(1).split(", ")))
                : told;
    }

    private static Optional<FaultKind> kind(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.isRefusal() && kind.code.equals(code))
                .findFirst();
    }
}
