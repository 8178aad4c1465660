package org.complaintkit.rules.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.complaintkit.decision.Stage;

/**
 * A field that a condition can test: the one table of what rules see. Facts about the complaint and its case are visible
 * in every stage; answers are visible from the stage after the one that gives them.
 */
public enum Field {
    CHANNEL("channel", Type.CODE, "CHANNEL"),
    RECEIVED_BY("receivedBy", Type.CODE, "ROLE"),
    COMPLAINANT_TYPE("complainantType", Type.CODE, "COMPLAINANT"),
    ANONYMOUS("anonymous", Type.FLAG),
    REACHABLE("reachable", Type.FLAG),
    VIP("vip", Type.FLAG),
    INTAKE_CATEGORIES("intakeCategories", Type.CODES, "CATEGORY"),
    /** Categories and labels for which the text of the complaint speaks. */
    SIGNALS("signals", Type.CODES, "CATEGORY"),
    LABELS("labels", Type.CODES, "LABEL"),
    CAUSES("causes", Type.CODES, "CAUSE"),
    DEMANDS("demands", Type.CODES, "DEMAND"),
    CLAIMED_LOSS("claimedLoss", Type.AMOUNT),
    COMPLAINANT_COUNT("complainantCount", Type.COUNT),
    /** Further facts that are given and not false: {@code name}, and {@code name=value} of texts. */
    GIVEN("given", Type.CODES, ""),
    /** The further fact of this name; zero where it is not given. */
    REQUESTED_AMOUNT("requestedAmount", Type.AMOUNT),
    /** How many speak for a group: the further fact of this name; zero where it is not given. */
    REPRESENTATIVES("representatives", Type.COUNT),
    CATEGORIES("categories", Type.CODES, "CATEGORY", Stage.GRADING),
    CATEGORY("category", Type.CODE, "CATEGORY", Stage.GRADING),
    COMPLEXITY("complexity", Type.CODE, "COMPLEXITY", Stage.RESPONSIBILITY),
    GRADE("grade", Type.CODE, "GRADE", Stage.RESPONSIBILITY),
    OWNER("owner", Type.CODE, "ROLE", Stage.DEADLINES),
    ASSISTS("assists", Type.CODES, "ROLE", Stage.DEADLINES),
    APPROVER("approver", Type.CODE, "ROLE", Stage.DEADLINES),
    OUTCOME("outcome", Type.CODE, "OUTCOME"),
    STATE("state", Type.CODE, "STATE"),
    ROUND("round", Type.COUNT),
    EVENT("event", Type.CODE, "EVENT"),
    EVENT_BY("eventBy", Type.CODE, "ROLE"),
    /** The person complained about, or one who reports to that person. */
    BY_PARTY("byParty", Type.FLAG),
    TO_PARTY("toParty", Type.FLAG),
    BY_UNIT("byUnit", Type.FLAG),
    /** {@code key} and {@code key=value} for whatever the event says. */
    DETAILS("details", Type.CODES, ""),
    EVENT_AMOUNT("eventAmount", Type.AMOUNT),
    MISSING("missing", Type.CODES, "FIELD"),
    /** Events of this round; {@code contains} takes an event pattern. */
    OCCURRED("occurred", Type.EVENTS),
    BREACHED("breached", Type.CODES, "DEADLINE"),
    MET("met", Type.CODES, "DEADLINE"),
    TARGET_MISSED("targetMissed", Type.CODES, "DEADLINE"),
    /** The grade that the last event said which graded the case. */
    GRADED("graded", Type.CODE, "GRADE"),
    /** The grade that a person named and gave a reason for: it stands against the criteria, even if it is lower. */
    LOWERED("lowered", Type.CODE, "GRADE"),
    /** The level of satisfaction said last. */
    SATISFACTION("satisfaction", Type.CODE, "SATISFACTION"),
    /** The amount named by the last event that named one, else the loss claimed. */
    SETTLED_AMOUNT("settledAmount", Type.AMOUNT),
    /** The amounts named by events of this type in this round. */
    EVENT_TOTAL("eventTotal", Type.AMOUNT),
    /** Days as numbers: 20251115. */
    TODAY("today", Type.COUNT),
    RECEIVED_DAY("receivedDay", Type.COUNT),
    OVERDUE("overdue", Type.FLAG);

    /** What a field holds, and so what it can be compared with. */
    public enum Type {
        /** One code, or the empty text: {@code ==}, {@code !=}, {@code in}. */
        CODE,
        /** Several codes: {@code contains}. */
        CODES,
        /** Events that happened: {@code contains}. */
        EVENTS,
        /** Yes or no: {@code == true}, {@code == false}. */
        FLAG,
        /** An amount of money: all comparisons. */
        AMOUNT,
        /** A whole number: all comparisons. */
        COUNT
    }

    private final String word;
    private final Type type;
    private final String kind;
    private final Stage first;

    Field(String word, Type type) {
        this(word, type, "");
    }

    Field(String word, Type type, String kind) {
        this(word, type, kind, Stage.CLASSIFICATION);
    }

    Field(String word, Type type, String kind, Stage first) {
        this.word = word;
        this.type = type;
        this.kind = kind;
        this.first = first;
    }

    /** Its name in a rule. */
    public String word() {
        return word;
    }

    public Type type() {
        return type;
    }

    /** Kind of its codes in the vocabulary; empty where any text is allowed, and for fields without codes. */
    public String kind() {
        return kind;
    }

    /** Whether rules of the stage see it. */
    public boolean visibleAt(Stage stage) {
        return stage.compareTo(first) >= 0;
    }

    /** The field of this name, whether or not a stage sees it. */
    public static Optional<Field> of(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }

    /** Names of the fields that rules of a stage see. */
    public static List<String> wordsAt(Stage stage) {
        return Arrays.stream(values())
                .filter(field -> field.visibleAt(stage))
                .map(Field::word)
                .toList();
    }
}
