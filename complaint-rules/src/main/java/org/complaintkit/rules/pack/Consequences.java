package org.complaintkit.rules.pack;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.complaintkit.policy.DeadlineRule;

/**
 * Takes out what only follows from a file that lacks or cannot be used: whoever forgot a table is told of the table, not
 * of every name that would stand in it.
 */
final class Consequences {
    /** Without one of its own a pack has the common one, so that a word near to a known one is a slip all the same. */
    private static final String VOCABULARY = "vocabulary.csv";

    private static final Set<FaultKind> UNUSABLE = Set.of(
            FaultKind.FILE_TOO_LARGE,
            FaultKind.FILE_OUTSIDE,
            FaultKind.NOT_UTF_8,
            FaultKind.FILE_EMPTY,
            FaultKind.COLUMN_MISSING,
            FaultKind.HEADER_MISSING,
            FaultKind.CSV_SEPARATOR,
            FaultKind.COLUMN_TWICE,
            FaultKind.QUOTE_UNCLOSED,
            FaultKind.MALFORMED_JSON,
            FaultKind.NUMBER_WITHOUT_BOUND,
            FaultKind.MANIFEST_MISSING);

    /** The file in which a name of this kind is looked up. */
    private static final Map<FaultKind, String> LOOKED_UP = Map.ofEntries(
            entry(FaultKind.UNKNOWN_CLAUSE, "clauses.csv"),
            entry(FaultKind.UNKNOWN_DEADLINE, "deadlines.csv"),
            entry(FaultKind.UNKNOWN_MILESTONE, "deadlines.csv"),
            entry(FaultKind.UNKNOWN_ESCALATION, "escalations.csv"),
            entry(FaultKind.UNKNOWN_BREACH, "escalations.csv"),
            entry(FaultKind.UNKNOWN_DUTY, "duties.csv"),
            entry(FaultKind.UNKNOWN_REPORT, "reports.csv"),
            entry(FaultKind.UNKNOWN_AMOUNT, "amounts.csv"),
            entry(FaultKind.UNKNOWN_LOSS, "amounts.csv"),
            entry(FaultKind.UNKNOWN_CODE, VOCABULARY),
            entry(FaultKind.UNKNOWN_LABEL, VOCABULARY),
            entry(FaultKind.UNKNOWN_EVENT, VOCABULARY),
            entry(FaultKind.UNKNOWN_HANDLER, VOCABULARY),
            entry(FaultKind.LABEL_MISSING, VOCABULARY),
            entry(FaultKind.PARAMETER_LABEL, VOCABULARY),
            entry(FaultKind.UNKNOWN_PARAMETER, PackFiles.MANIFEST),
            entry(FaultKind.UNKNOWN_SAME, PackFiles.MANIFEST),
            entry(FaultKind.UNKNOWN_NUMBER, PackFiles.MANIFEST),
            entry(FaultKind.UNKNOWN_CODE_PARAMETER, PackFiles.MANIFEST),
            entry(FaultKind.REFUSED_PARAMETER, PackFiles.MANIFEST),
            entry(FaultKind.RATE_WITHOUT_BASE, PackFiles.MANIFEST),
            entry(FaultKind.AUTHORITY_BOUND, PackFiles.MANIFEST));

    private static final Set<FaultKind> ROW_LOST =
            Set.of(FaultKind.ROW_LENGTH, FaultKind.ROW_SHORT, FaultKind.ROW_TRAILING, FaultKind.ROW_FULL_WIDTH);

    /** What a parser runs into behind a quote that lacks. */
    private static final Set<FaultKind> BEHIND_QUOTE = Set.of(
            FaultKind.EXPECTED,
            FaultKind.TEXT_IN_QUOTES,
            FaultKind.FIELD_FIRST,
            FaultKind.OPERATOR,
            FaultKind.VALUE,
            FaultKind.CODE_UNQUOTED,
            FaultKind.UNKNOWN_ANNOTATION,
            FaultKind.CONSEQUENCE);

    private static final Pattern CELLS = Pattern.compile("[,，;|\t]");

    private Consequences() {}

    /**
     * What is left.
     *
     * @param faults without those that follow from others, and one for each table that is used but not there
     * @param unusable files that nothing can be looked up in
     * @param files those that the pack has
     */
    record Settled(List<PackFault> faults, Set<String> unusable, Set<String> files) {
        /** Whether nobody is told what is not found in a file. */
        boolean follows(String source) {
            return !source.isEmpty() && (unusable.contains(source) || !files.contains(source));
        }
    }

    static Settled without(List<PackFault> faults, Set<String> files) {
        Set<String> unusable = new TreeSet<>();
        faults.stream()
                .filter(fault -> UNUSABLE.contains(fault.told().kind()) || noJson(fault))
                .forEach(fault -> unusable.add(fault.file()));
        Map<String, PackFault> missing = new TreeMap<>();
        List<PackFault> kept = new ArrayList<>();
        for (PackFault fault : faults) {
            String source = source(fault);
            if (unusable.contains(source) || follows(fault, faults)) {
                continue;
            }
            boolean slip = source.equals(VOCABULARY) && fault.told().near().isPresent();
            if (source.isEmpty() || files.contains(source) || slip) {
                kept.add(fault);
            } else {
                missing.computeIfAbsent(source, file -> missing(file, fault));
            }
        }
        kept.addAll(missing.values());
        return new Settled(kept.stream().sorted().toList(), unusable, files);
    }

    /** Signs of a Chinese keyboard are named in a manifest only where they keep it from being read. */
    private static boolean noJson(PackFault fault) {
        return fault.told().kind() == FaultKind.FULL_WIDTH && fault.file().equals(PackFiles.MANIFEST);
    }

    /** From a row that could not be read, though the name stands in it; or from a quote that is not closed. */
    private static boolean follows(PackFault fault, List<PackFault> faults) {
        FaultKind kind = fault.told().kind();
        String source = source(fault);
        return faults.stream().anyMatch(first -> switch (first.told().kind()) {
            case ROW_LENGTH, ROW_SHORT, ROW_TRAILING, ROW_FULL_WIDTH ->
                first.file().equals(source) && declares(first.text(), fault.text(), kind == FaultKind.UNKNOWN_LABEL);
            case QUOTE_UNCLOSED ->
                first.file().equals(fault.file())
                        && ROW_LOST.contains(kind)
                        && fault.at().line() == first.at().line();
            case QUOTE_OPEN ->
                first.file().equals(fault.file())
                        && BEHIND_QUOTE.contains(kind)
                        && fault.at().line() == first.at().line();
            default -> false;
        });
    }

    /** Whether a name stands in a cell of a row, of which the text was cut. */
    private static boolean declares(String row, String name, boolean label) {
        String code = DeadlineRule.code(name);
        return !code.isEmpty()
                && Arrays.stream(CELLS.split(row))
                        .map(cell -> DeadlineRule.code(cell.strip()))
                        .anyMatch(cell -> label ? cell.equalsIgnoreCase(code) : cell.equals(code));
    }

    private static PackFault missing(String file, PackFault first) {
        return new PackFault(FaultKind.TABLE_MISSING.told(first.place()), file, Position.WHOLE_FILE, first.text());
    }

    /** The file in which the name is looked up that was not found; empty if the fault is another one. */
    static String source(PackFault fault) {
        Told told = fault.told();
        if (told.kind() == FaultKind.UNKNOWN_ROW || told.kind() == FaultKind.UNKNOWN_ARTEFACT) {
            String first = told.arguments().get(0).split(" ", 2)[0];
            return first.endsWith(".csv") || first.equals(PackFiles.MANIFEST) ? first : "";
        }
        boolean deadline =
                told.kind() == FaultKind.UNKNOWN_CODE && told.arguments().get(0).equals("DEADLINE");
        return deadline ? "deadlines.csv" : LOOKED_UP.getOrDefault(told.kind(), "");
    }
}
