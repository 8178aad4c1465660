package org.complaintkit.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.decision.Decision;

/** How many texts of one file were understood, by pack and language, and which were not. Not thread-safe. */
final class Rates {
    private final String file;
    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();

    Rates(String file) {
        this.file = file;
    }

    void add(String pack, String wanted, String text, Decision decision) {
        boolean right = decision.category().equals(wanted);
        boolean misunderstood = !right && !decision.category().isEmpty();
        int column = right ? 0 : misunderstood ? 1 : 2;
        boolean chinese = text.chars().filter(c -> c >= 0x2E80).count() * 4 >= text.length();
        for (String group : List.of(pack + (chinese ? " zh" : " en"), "all")) {
            counts.computeIfAbsent(group, key -> new int[3])[column]++;
        }
        if (!right) {
            (misunderstood ? wrong : undecided)
                    .add(text + " wanted " + wanted + ", got " + decision.category() + " for "
                            + decision.signals().found());
        }
    }

    int all() {
        int sum = 0;
        for (int count : counts.getOrDefault("all", new int[3])) {
            sum += count;
        }
        return sum;
    }

    List<String> wrong() {
        return wrong;
    }

    List<String> undecided() {
        return undecided;
    }

    /** Tells the rates and every miss. */
    void print() {
        counts.forEach((group, count) -> System.out.printf(
                "%s %s: %d right, %d wrong, %d undecided%n", file, group, count[0], count[1], count[2]));
        wrong.forEach(miss -> System.out.println("  wrong: " + miss));
        undecided.forEach(miss -> System.out.println("  undecided: " + miss));
    }
}
