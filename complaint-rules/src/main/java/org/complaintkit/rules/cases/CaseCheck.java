package org.complaintkit.rules.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.JsonFile;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.PackFiles;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;
import org.complaintkit.rules.syntax.Rule;

/**
 * Looks at the worked cases in the folder of a pack without running them: lines that are no cases, fields, codes and ids
 * that there are none of, in what is given and in what is expected, days that are none. None of it keeps the pack from
 * being loaded; each is a warning. Codes count as known if one of the packs has them that govern the case. Used once.
 */
public final class CaseCheck {
    private static final List<String> KINDS = List.of("CASE", "REPORT");

    private final List<CaseFiles.Found> files;
    private final Map<String, String> seen = new HashMap<>();
    private final Map<List<String>, CaseCodes> codes = new HashMap<>();
    private final Map<CaseCodes, Set<String>> words = new HashMap<>();
    private final Map<String, Optional<Policy>> packs = new HashMap<>();

    private CaseCheck(List<CaseFiles.Found> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Reads the files of cases of a pack.
     *
     * @throws InvalidInputException if there are too many, or the folder cannot be read
     */
    public static CaseCheck of(Path folder) {
        return new CaseCheck(CaseFiles.found(folder));
    }

    static CaseCheck of(List<CaseFiles.Found> files) {
        return new CaseCheck(files);
    }

    /** The texts of the files by their names in the pack, such as {@code cases/cases.jsonl}. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        files.forEach(file -> texts.put(PackFiles.CASES + file.name(), file.text()));
        return texts;
    }

    /**
     * Looks at all of them.
     *
     * @param own the pack in whose folder they lie
     * @param rules its rules
     * @param others the packs that cases name beside it
     * @param faults what is wrong with the pack itself; takes what is wrong with its cases
     */
    public void look(Policy own, List<Rule> rules, Others others, Faults faults) {
        Others once = new Others(id -> packs.computeIfAbsent(id, others.known()), others.all());
        Set<String> doubtful = new TreeSet<>();
        faults.list().forEach(fault -> doubtful.add(fault.file()));
        Set<String> asked = new TreeSet<>();
        rules.forEach(rule ->
                rule.use().asks().forEach(text -> asked.addAll(List.of(text.split("[^A-Za-z0-9_./-]+", -1)))));
        for (CaseFiles.Found file : files) {
            String name = PackFiles.CASES + file.name();
            if (file.refused() != null) {
                faults.add(FaultKind.CASES_UNREADABLE.told(), name, Position.WHOLE_FILE, file.name());
                continue;
            }
            for (PlacedCase each : placed(file, name, faults)) {
                look(each, name, own, asked, once, doubtful, faults);
            }
        }
    }

    /**
     * The packs beside the one that is checked.
     *
     * @param known gives one by its id; empty where there is none
     * @param all whether there are no others: else a code of a case that names an unknown one is told only where it is near
     *     to one of those that are known
     */
    public record Others(Function<String, Optional<Policy>> known, boolean all) {}

    private static List<PlacedCase> placed(CaseFiles.Found file, String name, Faults faults) {
        if (CaseFiles.isTable(file.name())) {
            Faults own = new Faults();
            List<PlacedCase> rows = CaseTable.read(name, file.text(), own);
            own.all().forEach(each -> faults.add(each.told(), name, each.at(), ""));
            return rows;
        }
        List<PlacedCase> cases = new ArrayList<>();
        int number = 0;
        for (String line : file.text().split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                placed(line, name, number, faults).ifPresent(cases::add);
            }
        }
        return cases;
    }

    private static Optional<PlacedCase> placed(String line, String name, int number, Faults faults) {
        Position whole = new Position(number, 1);
        Faults own = new Faults();
        Optional<JsonFile> json = JsonFile.line(name, line, number, own);
        own.all().forEach(each -> faults.add(masked(each), name, each.at(), each.text()));
        if (json.isPresent() && !(json.get().root() instanceof Map)) {
            faults.add(FaultKind.CASE_EMPTY.told(), name, whole, "");
            return Optional.empty();
        }
        return json.map(each -> new PlacedCase(CaseFiles.one(line, name + ":" + number), CasePlaces.of(each, whole)));
    }

    /** A parser quotes what it met: that may be a word of a customer. */
    private static Told masked(PackFault fault) {
        Told told = fault.told();
        return told.kind() == FaultKind.MALFORMED_JSON
                ? FaultKind.MALFORMED_JSON.told(told.arguments().get(0).replaceAll("'[^']{2,}'", "'...'"))
                : told;
    }

    private void look(
            PlacedCase placed,
            String name,
            Policy own,
            Set<String> asked,
            Others others,
            Set<String> doubtful,
            Faults faults) {
        JsonNode line = placed.value().line();
        InvalidInputException refused = placed.value().refused();
        if (refused != null) {
            faults.add(
                    FaultKind.CASE_ROW.told(refused.subject()),
                    name,
                    placed.places().value(""),
                    refused.subject());
            return;
        }
        List<String> packs = new ArrayList<>();
        line.path("packs").forEach(pack -> packs.add(pack.asText()));
        CaseCodes known = codes.computeIfAbsent(packs, ids -> codes(ids, own, others, doubtful));
        CaseNotes notes = new CaseNotes(name, placed.places(), known, faults);
        fields(line, notes, placed.value(), name);
        packs(packs, own, others, notes);
        Set<String> any = words.computeIfAbsent(known, each -> {
            Set<String> all = each.any();
            all.addAll(asked);
            return all;
        });
        new GivenLook(line, notes, any).look();
        ExpectLook expected = new ExpectLook(line, notes);
        JsonNode periods = list(line, "periods", notes);
        for (int i = 0; i < periods.size(); i++) {
            expected.period(periods.get(i), "/periods/" + i);
        }
        expected.look();
    }

    private static CaseCodes codes(List<String> ids, Policy own, Others others, Set<String> doubtful) {
        List<Policy> policies = new ArrayList<>();
        boolean all = true;
        for (String id : ids) {
            Optional<Policy> policy =
                    id.equals(own.id()) ? Optional.of(own) : others.known().apply(id);
            policy.ifPresent(policies::add);
            all &= policy.isPresent();
        }
        if (!ids.contains(own.id())) {
            policies.add(own);
        }
        return new CaseCodes(policies, all, doubtful);
    }

    private void fields(JsonNode line, CaseNotes notes, PackCase value, String name) {
        Set<String> known = new TreeSet<>(StoryReader.FIELDS);
        known.add("periods");
        known.add(PackCase.UNREVIEWED);
        notes.only(line, "", FaultKind.UNKNOWN_KEY, known);
        if (value.id().isEmpty()) {
            notes.lacks("", "id");
        } else {
            String place = name + ":" + notes.places().value("/id").line();
            String first = seen.putIfAbsent(value.id(), place);
            if (first != null) {
                notes.add(FaultKind.CASE_TWICE.told(value.id(), first), "/id", value.id());
            }
        }
        String kind = line.path("kind").asText("CASE");
        if (!KINDS.contains(kind)) {
            notes.add(
                    FaultKind.MALFORMED_CHOICE
                            .told("kind", String.join(", ", KINDS))
                            .near(kind, KINDS),
                    "/kind",
                    "kind");
        }
        if (!line.path("expect").isObject()) {
            notes.lacks("", "expect");
        }
        JsonNode asOf = line.path("asOf");
        if (!asOf.asText().isEmpty() && !isMoment(asOf.asText())) {
            notes.moment("/asOf");
        }
        JsonNode cites = list(line, "cites", notes);
        for (int i = 0; i < cites.size(); i++) {
            notes.word(cites.get(i), "/cites/" + i, notes.codes().of(CaseCodes.CLAUSE));
        }
    }

    private static JsonNode list(JsonNode line, String name, CaseNotes notes) {
        if (line.has(name) && !line.get(name).isArray()) {
            notes.form("/" + name, "a list");
        }
        return Expectation.list(line.path(name));
    }

    private static boolean isMoment(String text) {
        try {
            return OffsetDateTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void packs(List<String> packs, Policy own, Others others, CaseNotes notes) {
        if (packs.isEmpty()) {
            notes.lacks("", "packs");
            return;
        }
        if (!notes.codes().sound(List.of(PackFiles.MANIFEST))) {
            return; // Of a manifest with faults nobody knows whose it is.
        }
        if (!packs.contains(own.id())) {
            notes.add(FaultKind.CASE_ELSEWHERE.told(own.id()), "/packs/0", packs.get(0));
            return;
        }
        for (int i = 0; i < packs.size(); i++) {
            boolean known = packs.get(i).equals(own.id())
                    || others.known().apply(packs.get(i)).isPresent();
            if (!known && others.all()) {
                notes.add(FaultKind.CASE_PACK.told(), "/packs/" + i, packs.get(i));
            }
        }
    }
}
