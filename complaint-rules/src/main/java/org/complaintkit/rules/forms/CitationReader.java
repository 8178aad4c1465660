package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.List;
import org.complaintkit.policy.Basis;
import org.jspecify.annotations.Nullable;

/** Reads the end of a sentence: clause, basis, and what the rule is called. Not thread-safe. */
final class CitationReader {
    private static final int LONGEST_CLAUSE = 200;
    private static final List<Basis> BASES = List.of(Basis.TEXT, Basis.READING, Basis.DEFAULT);

    private final Scan scan;
    private final Phrases phrases;

    CitationReader(Scan scan, Phrases phrases) {
        this.scan = scan;
        this.phrases = phrases;
    }

    /** Where a rule comes from, and where that is said; a rule without a name is called by its clause. */
    record Cited(String clause, Basis basis, String name, int at) {}

    /** Whether nothing comes behind. */
    boolean closed(int end) {
        boolean closed = scan.skipBlanks(end) == scan.limit();
        if (!closed) {
            scan.expect(end, () -> List.of(phrases.words().text("line.end")));
        }
        return closed;
    }

    /** The citation, up to what closes the sentence. */
    @Nullable
    Parsed<Cited> cited(int from, String last) {
        for (String key : List.of("cite", "cite.unnamed")) {
            for (Phrases.Template template : phrases.ways(key)) {
                int start = scan.match(from, template.first());
                boolean separated = false;
                int most = Math.min(scan.limit(), start + LONGEST_CLAUSE);
                for (int behind = start; start != Scan.NOT_HERE && behind < most; behind++) {
                    Parsed<Cited> cited = cited(start, behind, template, last);
                    if (cited != null) {
                        return cited;
                    }
                    separated |= scan.end(behind, template.fixed().get(1)) != Scan.NOT_HERE;
                }
                if (start != Scan.NOT_HERE && !separated) {
                    scan.expect(
                            behindClause(start), () -> List.of(template.fixed().get(1)));
                }
            }
        }
        return null;
    }

    private int behindClause(int start) {
        int at = start;
        while (at < scan.limit() && "),".indexOf(Fold.fold(scan.text().charAt(at))) < 0) {
            at++;
        }
        return at;
    }

    /** With the clause ending here. */
    private @Nullable Parsed<Cited> cited(int start, int behind, Phrases.Template template, String last) {
        int at = behind == start
                ? Scan.NOT_HERE
                : scan.end(behind, template.fixed().get(1));
        if (at == Scan.NOT_HERE) {
            return null;
        }
        String clause = scan.text().substring(start, behind).strip();
        for (Basis basis : BASES) {
            for (String said : bases(basis)) {
                int end = scan.match(at, said);
                Parsed<Cited> cited = end == Scan.NOT_HERE
                        ? null
                        : template.places() == 2
                                ? close(new Cited(clause, basis, clause, scan.skipBlanks(start)), end, template, last)
                                : named(clause, scan.skipBlanks(start), basis, end, template, last);
                if (cited != null) {
                    return cited;
                }
            }
        }
        return null;
    }

    private List<String> bases(Basis basis) {
        List<String> said = new ArrayList<>(phrases.plain("basis." + basis));
        said.add(basis.name());
        return said;
    }

    private @Nullable Parsed<Cited> close(Cited cited, int end, Phrases.Template template, String last) {
        int bracket = scan.match(end, template.last());
        int stop = bracket == Scan.NOT_HERE ? Scan.NOT_HERE : scan.match(bracket, last);
        if (stop == Scan.NOT_HERE || !closed(stop)) {
            return null;
        }
        return RuleName.check(cited.name())
                .map(told -> new Parsed<>(cited, stop, List.of(new Parsed.Slip(told, end, cited.name()))))
                .orElseGet(() -> Parsed.of(cited, stop));
    }

    /** The name ends with the quote behind which nothing but the end of the sentence comes: it may contain quotes. */
    private @Nullable Parsed<Cited> named(
            String clause, int begins, Basis basis, int end, Phrases.Template template, String last) {
        int at = scan.match(end, template.fixed().get(2));
        int open = at == Scan.NOT_HERE ? Scan.NOT_HERE : scan.skipBlanks(at);
        if (open == Scan.NOT_HERE || !scan.quote(open)) {
            return null;
        }
        for (int close = open + 1; close < scan.limit(); close++) {
            if (scan.quote(close)) {
                String name = scan.text().substring(open + 1, close).strip();
                Parsed<Cited> cited = close(new Cited(clause, basis, name, begins), close + 1, template, last);
                if (cited != null) {
                    return cited;
                }
            }
        }
        return null;
    }
}
