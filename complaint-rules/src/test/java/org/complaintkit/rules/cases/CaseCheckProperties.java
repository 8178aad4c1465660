package org.complaintkit.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.JsonFile;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.Position;

/**
 * One letter of one word of a worked case of ours is another: it is told at the place of the word, unless that has become
 * another known word. Not told is what is free and compared with nothing: id and title, the numbers of clauses that a case
 * cites, names and texts of the complaint, numbers that a case gets, further facts, and what events say in words of the
 * host's own, of which a code that was missed changes the answer and so shows when the case is run.
 */
class CaseCheckProperties {
    private static final Path FOLDER = Path.of("src/main/resources/org/complaintkit/packs");
    private static final Pattern FREE = Pattern.compile(
            "/(id|title|cites/.*|unreviewed.*|params/[^/!]*)"
                    + "|/complaint/(text|unit|party|receivedBy|given.*|complainant/(name|contact)|linkedTo|sequence|injury|formIssued"
                    + "|forwarderDate|attachments.*|onBehalfOf|petitionRisk|confirmedByLine|requestedAmount|representatives|valuable)"
                    + "|/events/[0-9]+/(by|id|person|data/(?!outcome|facts|duty|form$|deadline|report$|escalation).*)"
                    + "|/expect/(number|previousNumber|amounts.*|case|reports/[0-9]+/deadlines/[0-9]+/(owner|receiver|key|warnings|filings).*)");

    private static final Map<String, CheckedPack> PACKS = new TreeMap<>();
    private static final List<String[]> LINES = new ArrayList<>();
    private static final Set<String> KNOWN = new TreeSet<>();

    static {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.exists(folder.resolve("pack.json"))) {
                    CheckedPack pack = PackReader.read(folder);
                    PACKS.put(pack.policy().id(), pack);
                    pack.policy().vocabulary().words().stream()
                            .map(Vocabulary.Word::code)
                            .forEach(KNOWN::add);
                    CaseCheck.of(folder).texts().values().stream()
                            .flatMap(String::lines)
                            .forEach(line ->
                                    LINES.add(new String[] {pack.policy().id(), line}));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 300)
    void a_letter_that_is_wrong_is_told_where_it_stands(
            @ForAll @IntRange(max = 1_000_000) int line,
            @ForAll @IntRange(max = 1_000_000) int place,
            @ForAll @IntRange(max = 1_000_000) int letter,
            @ForAll @CharRange(from = 'A', to = 'Z') char wrong) {
        String pack = LINES.get(line % LINES.size())[0];
        String text = LINES.get(line % LINES.size())[1];
        JsonFile json = JsonFile.line("c", text, 1, new Faults()).orElseThrow();
        List<Map.Entry<String, Position>> words = words(json, text);
        Map.Entry<String, Position> word = words.get(place % words.size());
        int from = word.getValue().column();
        int to = from + word.getValue().length() - 2;
        int at = from + letter % (to - from);
        String planted = text.substring(0, at) + wrong + text.substring(at + 1);
        String now = planted.substring(from, to);
        if (planted.equals(text) || KNOWN.contains(now)) {
            return;
        }
        List<PackFault> told = look(pack, planted);
        if (FREE.matcher(word.getKey()).matches()) {
            return;
        }
        assertThat(told).as(word.getKey() + " " + now + " in " + text).anySatisfy(fault -> {
            assertThat(fault.at().line()).isEqualTo(1);
            assertThat(fault.at().column()).isEqualTo(word.getValue().column());
        });
    }

    /** Every text that is a value, and every name of a field. */
    private static List<Map.Entry<String, Position>> words(JsonFile json, String text) {
        List<Map.Entry<String, Position>> words = new ArrayList<>(new TreeMap<>(json.places()).entrySet());
        new TreeMap<>(json.names())
                .forEach((pointer, at) -> words.add(Map.entry(
                        pointer.startsWith("/complaint/given") || pointer.contains("/data/") ? "/id" : pointer + "!",
                        at)));
        words.removeIf(each ->
                each.getValue().length() < 3 || text.charAt(each.getValue().column() - 1) != '"');
        return words;
    }

    private static List<PackFault> look(String pack, String line) {
        Faults faults = new Faults();
        CaseCheck check = CaseCheck.of(List.of(new CaseFiles.Found("c.jsonl", line, null)));
        CaseCheck.Others others =
                new CaseCheck.Others(id -> Optional.ofNullable(PACKS.get(id)).map(CheckedPack::policy), true);
        check.look(PACKS.get(pack).policy(), PACKS.get(pack).rules(), others, faults);
        return faults.all();
    }
}
