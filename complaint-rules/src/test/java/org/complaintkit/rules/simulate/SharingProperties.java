package org.complaintkit.rules.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.drools.GeneratedRules;
import org.complaintkit.rules.drools.RuleCompiler;
import org.complaintkit.rules.pack.PackFiles;

/** Whether a case is told to the newer version only where that can matter, or always: the report is the same. */
class SharingProperties {
    private static final Packs SHIPPED = ShippedPacks.PACKS;
    private static final Map<String, byte[]> FILES = files();
    private static final List<String> LINES = lines();

    /** Rules are compiled once for each edit of them; tables and parameters are read anew. */
    private static final Map<String, GeneratedRules> COMPILED = new HashMap<>();

    /** Equal to the standard calendars and not the same: then no case is shared. */
    private static final CalendarRegistry EQUAL =
            CalendarRegistry.standard().with(CalendarRegistry.standard().get("CN"));

    /** What a policy officer changes, with a number. */
    private record Edit(String file, String from, IntFunction<String> to) {
        static Edit of(String file, String from, String to) {
            return new Edit(file, from, number -> to);
        }
    }

    private static final List<Edit> RULES = List.of(
            Edit.of("escalation.drl", "labels contains \"JUDICIAL_DISPUTE\"", "labels contains \"VIP\""),
            Edit.of("responsibility.drl", "category == \"SERVICE_CHANNEL\"", "category == \"ANONYMOUS\""),
            Edit.of("grading.drl", "claimedLoss >= param(", "claimedLoss > param("));

    private static final List<Edit> ROWS = List.of(
            new Edit("deadlines.csv", "REPLY,,3 working days", number -> "REPLY,," + number + " working days"),
            new Edit("deadlines.csv", "7 to 10 working days", number -> number + " to 12 working days"),
            Edit.of("deadlines.csv", "FORM_RETURNED,,\"as RCC-D01", "FORM_RETURNED,,\"as RCC-D02, RCC-D01"),
            Edit.of("deadlines.csv", "ASSIGNED_EVENT else COMPLAINT_RECEIVED", "COMPLAINT_RECEIVED"),
            Edit.of("deadlines.csv", "RECOGNISED,REGULATOR_REPORTED", "COMPLAINT_RECEIVED,REGULATOR_REPORTED"),
            Edit.of("deadlines.csv", "LATE_REGULATOR_REPORT", "LATE"),
            Edit.of("deadlines.csv", "LATE_CONTACT,no,no,ENTERED[state=WITHDRAWN]", "LATE_CONTACT,no,no,"),
            Edit.of("escalations.csv", "ACCEPTANCE_DEPT > CUSTOMER", "CUSTOMER > ACCEPTANCE_DEPT"),
            Edit.of("escalations.csv", "REGULATOR_BODY,TIMELY", "REGULATOR_BODY,IMMEDIATE"),
            Edit.of("duties.csv", "RCC-14b,TEXT,PARTY,", "RCC-14b,TEXT,COMPLAINED_UNIT,"),
            Edit.of("duties.csv", "FIRST_RECEIVER,COMPLAINT_REGISTERED", "FIRST_RECEIVER,ASSIGNED_EVENT"),
            Edit.of("duties.csv", "REPLIED_TO_FORWARDER,yes", "REPLIED_TO_FORWARDER,no"),
            new Edit("pack.json", "\"default\": 500000", number -> "\"default\": " + number * 1_000),
            new Edit(
                    "pack.json",
                    "\"default\": 30, \"min\": 1",
                    number -> "\"default\": " + (8 + number) + ", \"min\": 1"),
            new Edit(
                    "pack.json",
                    "\"default\": 10, \"min\": 2, \"max\": null",
                    number -> "\"default\": 10, \"min\": 2, \"max\": " + (30 + number)),
            new Edit("pack.json", "\"default\": \"2 hours\"", number -> "\"default\": \"" + number + " hours\""),
            new Edit(
                    "pack.json",
                    "\"default\": 5, \"min\": 1, \"max\": 1000",
                    number -> "\"default\": " + number + ", \"min\": 1, \"max\": 1000"),
            Edit.of("pack.json", "\"default\": \"AUDIT_SUPERVISION\"", "\"default\": \"LEGAL\""));

    /** Edits, applied with their numbers. */
    private record Edited(List<Edit> edits, List<Integer> numbers) {
        @Override
        public String toString() {
            List<String> told = new ArrayList<>();
            for (int i = 0; i < edits.size(); i++) {
                told.add(edits.get(i).file() + ": " + edits.get(i).to().apply(numbers.get(i)));
            }
            return told.toString();
        }
    }

    @Provide
    Arbitrary<Edited> edits() {
        Arbitrary<List<Edit>> rows =
                Arbitraries.of(ROWS).list().uniqueElements().ofMinSize(1).ofMaxSize(3);
        Arbitrary<List<Edit>> rules = Arbitraries.of(RULES).list().ofMaxSize(1);
        Arbitrary<List<Integer>> numbers =
                Arbitraries.integers().between(2, 7).list().ofSize(4);
        return Combinators.combine(rows, rules, numbers).as((some, other, each) -> {
            List<Edit> all = new ArrayList<>(some);
            all.addAll(other);
            return new Edited(all, each);
        });
    }

    @Property(tries = 6)
    void sharing_changes_nothing_but_the_time_that_it_takes(@ForAll("edits") Edited edited) {
        Scenario before = Scenario.of(SHIPPED::get);
        try (DroolsRuleBook book = book(edited)) {
            Scenario after = before.with(book);
            assertThat(report(before, after).json())
                    .isEqualTo(report(before, after.with(EQUAL)).json());
        }
    }

    private static SimulationReport report(Scenario before, Scenario after) {
        Simulation simulation = Simulation.of(before, after, Integer.MAX_VALUE);
        for (int i = 0; i < LINES.size(); i++) {
            simulation.line(i + 1, LINES.get(i));
        }
        return simulation.report();
    }

    private static DroolsRuleBook book(Edited edited) {
        Map<String, byte[]> files = new TreeMap<>(FILES);
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < edited.edits().size(); i++) {
            Edit edit = edited.edits().get(i);
            String text = new String(files.get(edit.file()), StandardCharsets.UTF_8);
            assertThat(text).containsOnlyOnce(edit.from());
            String changed =
                    text.replace(edit.from(), edit.to().apply(edited.numbers().get(i)));
            files.put(edit.file(), changed.getBytes(StandardCharsets.UTF_8));
            if (edit.file().endsWith(".drl")) {
                rules.append(edit.to().apply(0));
            }
        }
        CheckedPack pack = PackReader.read(PackFiles.of("rcc", files));
        GeneratedRules compiled = COMPILED.computeIfAbsent(
                rules.toString(), key -> RuleCompiler.compile(pack.policy().pack(), pack.rules()));
        return DroolsRuleBook.load(pack.policy(), pack.rules(), compiled);
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(EditedPack.RCC)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.keySet().retainAll(Set.copyOf(PackFiles.names()));
        return files;
    }

    /** The worked cases; some below another pack, some with parameters of their own. */
    private static List<String> lines() {
        try {
            List<String> lines = new ArrayList<>();
            for (String line : EditedPack.lines()) {
                lines.add(line);
                if (lines.size() % 3 == 0) {
                    lines.add(line.replace("\"packs\": [\"RCC\"]", "\"packs\": [\"RCC\", \"CBR\"]"));
                }
                if (lines.size() % 5 == 0) {
                    lines.add(line.replace("\"params\": {}", "\"params\": {\"rcc.major.complainants\": 34}"));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
