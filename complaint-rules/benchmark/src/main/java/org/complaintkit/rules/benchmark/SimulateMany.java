package org.complaintkit.rules.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.Rehearsal;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.cases.Story;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.simulate.Scenario;
import org.complaintkit.rules.simulate.Simulation;
import org.complaintkit.rules.simulate.SimulationReport;

/**
 * What a simulation of many past cases costs, as a ratio of telling each of them once, in one run and in turn: of an edit
 * that only rules see, after which most cases are told once, and of one that is behind every case, after which each is told
 * twice. The seconds are those of this machine.
 */
public final class SimulateMany {
    private static final int CASES = 100_000;
    private static final int BLOCK = 1_000;

    private final Map<String, Consumer<String>> ways = new TreeMap<>();
    private final Map<String, Long> nanos = new TreeMap<>();
    private int told;

    private SimulateMany() {}

    /** Takes how many cases, and which one of {@code once}, {@code rules}, {@code every} is measured; all of them if none. */
    public static void main(String[] args) {
        int cases = args.length > 0 ? Integer.parseInt(args[0]) : CASES;
        try (Packs packs = Packs.onClassPath(SimulateMany.class.getClassLoader(), Set.of("RCC"))) {
            DroolsRuleBook book = packs.get("RCC");
            Scenario now = Scenario.of(packs::get);
            Simulation rules = Simulation.of(now, now.with("RCC", Map.of("rcc.major.loss", "300000")), 3);
            Simulation every = Simulation.of(now, now.with("RCC", Map.of("soft.immediate", "3 hours")), 3);
            Rehearsal rehearsal = ComplaintDesk.under(book).rehearsal();
            SimulateMany run = new SimulateMany();
            run.ways.put("once", line -> {
                Story story = Story.read(line);
                rehearsal.of(story.complaint(), story.events(), story.asOf());
            });
            run.ways.put("rules", line -> rules.line(run.told, line));
            run.ways.put("every", line -> every.line(run.told, line));
            if (args.length > 1) {
                run.ways.keySet().retainAll(Set.of(args[1]));
            }
            run.tell(cases);
            run.print(cases);
            for (SimulationReport report : List.of(rules.report(), every.report())) {
                System.out.printf(
                        Locale.ROOT, "%d read, %d bad, %d changed%n", report.read(), report.bad(), report.changed());
            }
        }
    }

    private void tell(int cases) {
        ManyCases many = new ManyCases();
        while (told < cases) {
            List<String> block = new ArrayList<>();
            for (int i = told; i < Math.min(cases, told + BLOCK); i++) {
                block.add(many.line(i));
            }
            ways.forEach((name, way) -> {
                long start = System.nanoTime();
                block.forEach(way);
                nanos.merge(name, System.nanoTime() - start, Long::sum);
            });
            told += block.size();
        }
    }

    private void print(int cases) {
        Long once = nanos.get("once");
        nanos.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "%-6s %6.1f s, %.3f ms a case, ratio %.2f%n",
                name,
                all / 1e9,
                all / 1e6 / cases,
                once == null ? Double.NaN : (double) all / once));
    }
}
