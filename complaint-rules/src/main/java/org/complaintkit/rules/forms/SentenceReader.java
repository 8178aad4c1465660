package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.Characters;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.RuleForm;
import org.complaintkit.rules.pack.Told;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RuleParser;

/** Reads a file of sentences, each of them a rule. Used once. */
final class SentenceReader {
    /** Of so many nobody reads the rest. */
    private static final int MOST_FAULTY = 500;

    private final Stage stage;
    private final String file;
    private final String text;
    private final int[] lines;
    private final Phrases phrases;
    private final CodeNames names;
    private final Policy policy;
    private final Faults faults;

    private SentenceReader(Stage stage, RuleForm form, String text, Policy policy, CodeNames names, Faults faults) {
        this.stage = stage;
        this.file = form.file(stage);
        this.text = text;
        this.lines = SentenceFile.lines(text);
        this.phrases = Phrases.of(form.language());
        this.names = names;
        this.policy = policy;
        this.faults = faults;
    }

    static ReadRules read(Stage stage, RuleForm form, String text, Policy policy, CodeNames names, Faults faults) {
        return new ReadRules(
                new SentenceReader(stage, form, text, policy, names, faults).sentences(), SentenceFile.names(text));
    }

    private List<Rule> sentences() {
        List<Rule> rules = new ArrayList<>();
        requireVisible();
        int faulty = 0;
        for (SentenceFile.Piece piece : SentenceFile.split(text)) {
            Optional<Rule> rule = sentence(piece);
            rule.ifPresent(rules::add);
            faulty += rule.isPresent() ? 0 : 1;
            if (faulty == MOST_FAULTY) {
                return rules;
            }
            if (rules.size() > RuleParser.MAX_RULES) {
                fault(FaultKind.TOO_MANY_RULES.told(RuleParser.MAX_RULES), piece.from(), "");
                return rules;
            }
        }
        return rules;
    }

    /** In comments too: what cannot be seen would let a reader see another text than the machine. */
    private void requireVisible() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            boolean hidden =
                    Characters.invisible(c) && type != Character.SPACE_SEPARATOR && type != Character.SURROGATE;
            if (hidden || (c == '\r' && !text.startsWith("\r\n", i))) {
                fault(FaultKind.INVISIBLE_CHARACTER.told(Characters.name(c)), i, "");
            }
        }
    }

    private Optional<Rule> sentence(SentenceFile.Piece piece) {
        if (piece.to() - piece.from() > SentenceFile.MAX_LENGTH) {
            fault(FaultKind.SENTENCE_LONG.told(SentenceFile.MAX_LENGTH), piece.from(), "");
            return Optional.empty();
        }
        for (int i = piece.from(); i < piece.to(); i++) {
            char c = text.charAt(i);
            if (c != '\u3000' && Characters.invisible(c)) {
                fault(FaultKind.INVISIBLE_CHARACTER.told(Characters.name(c)), i, "");
                return Optional.empty();
            }
        }
        if (Fold.fold(text.charAt(piece.to() - 1)) != '.') {
            fault(FaultKind.SENTENCE_OPEN.told(), piece.to() - 1, text.substring(piece.to() - 1, piece.to()));
            return Optional.empty();
        }
        Scan scan = new Scan(text, lines, piece.from(), piece.to());
        RuleSentence sentence = new RuleSentence(stage, file, scan, phrases, names, policy);
        Parsed<Rule> rule = sentence.rule(piece.from());
        if (rule == null) {
            boolean turned = sentence.beginsWithAnswer(piece.from());
            int at = turned ? piece.from() : scan.farthest();
            fault(turned ? FaultKind.SENTENCE_ORDER.told() : scan.told(), at, scan.offending(at));
            return Optional.empty();
        }
        rule.slips().forEach(slip -> fault(slip.told(), slip.at(), slip.text()));
        return rule.slips().isEmpty() ? Optional.of(rule.value()) : Optional.empty();
    }

    private void fault(Told told, int at, String offending) {
        int quote = at < text.length() && Fold.fold(text.charAt(at)) == '"' ? 1 : 0;
        boolean there = text.startsWith(offending, at + quote) && !offending.isEmpty();
        int length = there ? offending.length() + 2 * quote : 0;
        faults.add(told, file, SentenceFile.place(lines, at).spanning(length), offending);
    }
}
