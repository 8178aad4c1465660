package org.complaintkit.rules.pack;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Names the sign of a Chinese keyboard for which a cell could not be read: of {@code ３ working days} nobody sees what is
 * wrong with the term. Only where nothing else but such signs keeps a text from being plain: in a name or a label they
 * belong to the language. Stateless.
 */
final class FullWidth {
    private static final char SEMICOLON = '；';

    /** What is told of one cell, or of a part of one. */
    private static final Set<FaultKind> OF_CELLS = EnumSet.of(
            FaultKind.UNKNOWN_COLUMN,
            FaultKind.UNKNOWN_WORD,
            FaultKind.UNKNOWN_CLAUSE,
            FaultKind.UNKNOWN_CODE,
            FaultKind.UNKNOWN_BREACH,
            FaultKind.UNKNOWN_EVENT,
            FaultKind.UNKNOWN_DEADLINE,
            FaultKind.UNKNOWN_ESCALATION,
            FaultKind.UNKNOWN_ARTEFACT,
            FaultKind.UNKNOWN_EXECUTOR,
            FaultKind.UNKNOWN_ANSWER,
            FaultKind.MALFORMED_CODE,
            FaultKind.MALFORMED_RANK,
            FaultKind.MALFORMED_AMOUNT_NAME,
            FaultKind.MALFORMED_WEIGHT,
            FaultKind.MALFORMED_TOP,
            FaultKind.UNKNOWN_AMOUNT,
            FaultKind.UNKNOWN_NUMBER,
            FaultKind.UNKNOWN_REPORT,
            FaultKind.UNKNOWN_LOSS,
            FaultKind.UNKNOWN_DUTY,
            FaultKind.AUTHORITY_BOUND,
            FaultKind.FIGURE_MISSING);

    private FullWidth() {}

    /** The fault; or, in its place, that of the first sign that only looks like a plain one. */
    static PackFault named(Told told, String file, Position at, String text) {
        boolean table = file.endsWith(".csv") && RuleForm.of(file).isEmpty();
        boolean cell = OF_CELLS.contains(told.kind()) || told.kind().isRefusal();
        int sign = table && cell ? sign(text) : -1;
        if (sign < 0) {
            return new PackFault(told, file, at, text);
        }
        char found = text.charAt(sign);
        Told named = FaultKind.CELL_FULL_WIDTH.told(
                Characters.name(found),
                plain(found).filter(plain -> !plain.isBlank()).orElseGet(() -> Characters.name(' ')));
        boolean whole = at.length() == text.length();
        return new PackFault(named, file, whole ? new Position(at.line(), at.column() + sign) : at, text);
    }

    /** Where the first of them stands; -1 where the text has none, or would not be plain without them. */
    private static int sign(String text) {
        int first = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lookalike = c > '~' && plain(c).isPresent();
            if (c > '~' && !lookalike) {
                return -1;
            }
            // What separates the parts of a list is told by whoever reads lists.
            if (lookalike && first < 0 && c != SEMICOLON) {
                first = i;
            }
        }
        return first;
    }

    private static Optional<String> plain(char c) {
        return Character.getType(c) == Character.SPACE_SEPARATOR ? Optional.of(" ") : Characters.plain(c);
    }
}
