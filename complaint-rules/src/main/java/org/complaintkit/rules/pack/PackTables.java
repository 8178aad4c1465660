package org.complaintkit.rules.pack;

import java.util.List;
import java.util.stream.Stream;

/** All tables of a pack, read but not yet understood. A table that is not there has no rows. */
record PackTables(
        Table clauses,
        Table vocabulary,
        Table roles,
        Table deadlines,
        Table extensions,
        Table reports,
        Table escalations,
        Table duties,
        Table forms,
        Table lifecycle,
        Table precedence,
        Table amounts,
        Table numbers,
        Table measures,
        Table signals,
        Table indicators,
        Table marks,
        Table authority,
        Table retention,
        Table pauses) {

    /** A column that every table with clauses may have: further clauses that a row carries out. */
    static final String SERVES = "serves";

    private static final List<String> CLAUSES = List.of("id", "source", "kind", "executed_by", "en", "zh-CN", "zh-TW");

    static final List<String> VOCABULARY = List.of("kind", "code", "en", "zh-CN", "zh-TW");

    static final List<String> LIFECYCLE = List.of("from", "event", "to", "guard", "implied", "new_round", "clause");

    static final List<String> MARKS = List.of("mark", "code");

    static final List<String> SIGNALS = List.of("signal", "kind", "code", "weight", "unless", "clause", "basis");

    private static final List<String> DEADLINES = List.of(
            "id",
            "clause",
            "basis",
            "start",
            "end",
            "target",
            "limit",
            "warnings",
            "on_breach",
            "ends_handling",
            "follow_up",
            "cancelled_by");

    /** Columns that few policies need. */
    private static final List<String> DEADLINES_MORE =
            List.of("not_before", "superseded_when", "repeats", "lapses", "on_warning", "paused_by", SERVES);

    private static final List<String> REPORTS =
            List.of("id", "clause", "basis", "period", "limit", "warnings", "on_breach");

    /** Columns that a policy without a word on who reports to whom does not need. */
    private static final List<String> REPORTS_MORE = List.of("owner", "receiver", "from", "to", SERVES);

    private static final List<String> INDICATORS =
            List.of("indicator", "clause", "basis", "report", "dimension", "target");

    /** Columns that few indicators need. */
    private static final List<String> INDICATORS_MORE = List.of("computed_as", "cases", "event", "of", "top", SERVES);

    static PackTables read(PackFiles files, Faults faults) {
        return new PackTables(
                Table.read(files, "clauses.csv", CLAUSES, List.of("confidence"), faults),
                Table.read(files, "vocabulary.csv", VOCABULARY, faults),
                table(files, faults, "roles.csv", "role", "fallback", "clause", "basis"),
                Table.read(files, "deadlines.csv", DEADLINES, DEADLINES_MORE, faults),
                table(
                        files,
                        faults,
                        "extensions.csv",
                        "extends",
                        "into",
                        "clause",
                        "basis",
                        "granted_by",
                        "notice",
                        "cap",
                        "grounds",
                        "contents",
                        "in_writing",
                        "approved_by",
                        "moves"),
                Table.read(files, "reports.csv", REPORTS, REPORTS_MORE, faults),
                table(files, faults, "escalations.csv", "id", "clause", "basis", "from", "to", "within"),
                table(
                        files,
                        faults,
                        "duties.csv",
                        "code",
                        "clause",
                        "basis",
                        "role",
                        "discharged_by",
                        "blocks_closing"),
                table(files, faults, "forms.csv", "form", "delivered_by", "field", "required", "clause", "basis"),
                table(files, faults, "lifecycle.csv", LIFECYCLE.toArray(String[]::new)),
                table(files, faults, "precedence.csv", "answer", "code", "rank", "clause", "basis"),
                table(files, faults, "amounts.csv", "name", "clause", "basis", "amount", "role"),
                table(files, faults, "numbers.csv", "number", "event", "format", "restart", "clause", "basis"),
                table(files, faults, "measures.csv", "cause", "clause", "basis", "measure", "en", "zh-CN", "zh-TW"),
                Table.read(files, "signals.csv", SIGNALS, faults),
                Table.read(files, "indicators.csv", INDICATORS, INDICATORS_MORE, faults),
                Table.read(files, "marks.csv", MARKS, faults),
                table(
                        files,
                        faults,
                        "authority.csv",
                        "act",
                        "role",
                        "up_to",
                        "sum",
                        "when",
                        "takes_effect",
                        "finding",
                        "clause",
                        "basis"),
                table(files, faults, "retention.csv", "id", "start", "keep", "when", "duty", "clause", "basis"),
                table(
                        files,
                        faults,
                        "pauses.csv",
                        "id",
                        "stops",
                        "from",
                        "to",
                        "received_from",
                        "received_to",
                        "when",
                        "clause",
                        "basis"));
    }

    private static Table table(PackFiles files, Faults faults, String file, String... columns) {
        if (file.equals("lifecycle.csv") && !files.has(file)) {
            faults.add(FaultKind.LIFECYCLE_MISSING.told(), file, Position.WHOLE_FILE, file);
        }
        List<String> needed = List.of(columns);
        return Table.read(files, file, needed, needed.contains("clause") ? List.of(SERVES) : List.of(), faults);
    }

    /** The tables that decide something, without the lists of clauses and words. */
    Stream<Table> working() {
        return Stream.of(
                roles,
                deadlines,
                extensions,
                reports,
                escalations,
                duties,
                forms,
                lifecycle,
                precedence,
                amounts,
                numbers,
                measures,
                signals,
                indicators,
                authority,
                retention,
                pauses);
    }
}
