package org.complaintkit.examples.quickstart;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.examples.quickstart.FileRun.Handled;
import org.complaintkit.examples.quickstart.file.Mapping;
import org.complaintkit.examples.quickstart.screen.Style;
import org.complaintkit.examples.quickstart.screen.Table;

/** Shows how the columns of the file became facts. */
final class MappingChapter {
    private static final int MOST_FAULTS = 10;
    private static final Map<String, String> KINDS = Map.of(
            "complainantType", "COMPLAINANT",
            "channel", "CHANNEL",
            "category", "CATEGORY",
            "label", "LABEL",
            "cause", "CAUSE",
            "event", "EVENT");

    private final Setting setting;
    private final Words words;

    MappingChapter(Setting setting) {
        this.setting = setting;
        this.words = setting.words();
    }

    void print(FileRun run, String source) {
        setting.screen().title(words.say("file.title"));
        List<Handled> handled = run.handled();
        setting.screen()
                .text(words.say(
                        "file.read", handled.size(), source, day(handled, true), day(handled, false), setting.zone()));
        faults(run.faults());
        setting.screen().blank();
        setting.screen().table(mapped(handled));
        setting.screen().text(words.say("file.because"));
    }

    private void faults(List<InvalidInputException> faults) {
        if (faults.isEmpty()) {
            return;
        }
        setting.screen().line(words.say("file.faults", faults.size()), Style.ALARM);
        faults.stream()
                .limit(MOST_FAULTS)
                .forEach(fault -> setting.screen().hanging("  ", fault.getMessage(), 4, Style.PLAIN));
        if (faults.size() > MOST_FAULTS) {
            setting.screen().text(words.say("more", faults.size() - MOST_FAULTS));
        }
    }

    private Table mapped(List<Handled> handled) {
        Table table = Table.of(
                        words.say("column.fact"),
                        words.say("column.value"),
                        words.say("column.rows"),
                        words.say("column.from"))
                .right(2);
        for (String fact : Mapping.FACTS) {
            Map<String, Map<String, Integer>> byValue = new LinkedHashMap<>();
            handled.stream()
                    .flatMap(each -> each.facts().rules().stream())
                    .filter(rule -> rule.fact().equals(fact))
                    .forEach(rule -> byValue.computeIfAbsent(rule.value(), value -> new LinkedHashMap<>())
                            .merge(rule.says(), 1, Integer::sum));
            byValue.entrySet().stream()
                    .sorted(Comparator.comparingInt(
                                    (Map.Entry<String, Map<String, Integer>> each) -> -sum(each.getValue()))
                            .thenComparing(Map.Entry::getKey))
                    .forEach(each -> table.row(
                            words.say("fact." + fact),
                            words.label(KINDS.getOrDefault(fact, ""), each.getKey()),
                            String.valueOf(sum(each.getValue())),
                            from(each.getValue())));
        }
        return table;
    }

    /** The row of the mapping that decided most often, and how many others said the same. */
    private String from(Map<String, Integer> rules) {
        String most = rules.entrySet().stream()
                .min(Comparator.comparingInt((Map.Entry<String, Integer> rule) -> -rule.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse("");
        String shown = most.isEmpty() ? words.say("file.any") : most;
        return rules.size() == 1 ? shown : words.say("file.others", shown, rules.size() - 1);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private String day(List<Handled> handled, boolean first) {
        Comparator<LocalDate> order = first ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return handled.stream()
                .map(each -> each.first()
                        .complaint()
                        .receivedAt()
                        .atZone(setting.zone())
                        .toLocalDate())
                .min(order)
                .map(words::date)
                .orElse("-");
    }
}
