package org.complaintkit.rules.pack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.policy.Dimension;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Policy;

/**
 * Finds parameters and labels of a pack that nothing reads: setting them would change nothing. Remarks, no faults: a host
 * may read them itself.
 */
final class UnreadCheck {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.]+");

    private final Policy policy;
    private final List<RuleUse> rules;
    private final Faults faults;
    private final Set<String> words = new TreeSet<>();

    UnreadCheck(Policy policy, List<RuleUse> rules, Faults faults) {
        this.policy = policy;
        this.rules = rules;
        this.faults = faults;
    }

    void check(PackTables tables, Map<String, Position> places) {
        tables.working().flatMap(table -> table.rows().stream()).forEach(this::read);
        rules.forEach(rule -> {
            rule.asks().forEach(this::read);
            words.addAll(rule.parameters());
        });
        policy.parameters().declared().values().forEach(parameter -> {
            if (parameter.initial() instanceof Parameter.Same same) {
                words.add(same.other());
            }
        });
        policy.parameters().declared().keySet().stream()
                .filter(id -> !ReadByLibrary.reads(id))
                .filter(id -> !places.containsKey(ManifestReader.READ_BY_HOST + id) && !named(id))
                .forEach(id -> faults.add(
                        FaultKind.PARAMETER_UNREAD.told(id),
                        PackFiles.MANIFEST,
                        places.getOrDefault(id, Position.WHOLE_FILE),
                        id));
        if (!words.contains(Dimension.BY_LABEL.name())) {
            tables.vocabulary().rows().stream()
                    .filter(row -> row.text("kind").equals("LABEL") && !words.contains(row.text("code")))
                    .forEach(row -> row.fault("code", FaultKind.LABEL_UNREAD.told()));
        }
    }

    private boolean named(String parameter) {
        return ParameterWords.naming(parameter).stream().anyMatch(words::contains);
    }

    private void read(Row row) {
        row.cells().values().forEach(cell -> read(cell.text()));
    }

    private void read(String text) {
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
    }
}
