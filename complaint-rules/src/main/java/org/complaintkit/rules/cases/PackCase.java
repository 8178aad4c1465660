package org.complaintkit.rules.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.lifecycle.Case;
import org.jspecify.annotations.Nullable;

/**
 * A worked case of a pack: a complaint, what happened, the day on which to look, and what its authors expect then. It is
 * run through a desk of its own. Immutable and thread-safe.
 */
public final class PackCase {
    /** Key of what a line comes to that the library has written and nobody has looked at yet. */
    public static final String UNREVIEWED = "unreviewed";

    private final String place;
    private final JsonNode line;
    private final @Nullable InvalidInputException refused;

    PackCase(String place, JsonNode line) {
        this(place, line, null);
    }

    private PackCase(String place, JsonNode line, @Nullable InvalidInputException refused) {
        this.place = place;
        this.line = line;
        this.refused = refused;
    }

    /** What is no case: it has neither id nor title, and to run it tells why. */
    static PackCase unusable(InvalidInputException refused) {
        return new PackCase(refused.at(), MissingNode.getInstance(), refused);
    }

    /**
     * The cases of a pack in a folder: {@code cases/*.jsonl}, one a line, and {@code cases/*.csv}, one a row, in the
     * order of the names of the files. What is there and cannot be used, a line, a file or a folder, stands among them and
     * tells why when it is run, so that it neither keeps the others from running nor is passed over; notes ({@code .md},
     * {@code .txt}) and hidden files are left alone.
     *
     * @throws InvalidInputException if the folder cannot be read
     */
    public static List<PackCase> in(Path folder) {
        return CaseFiles.in(folder);
    }

    /**
     * The cases of a file; a line that cannot be used stands among them and tells why when it is run.
     *
     * @param name {@code cases.jsonl} or {@code cases.csv}: how it is read, and where faults are placed
     * @throws InvalidInputException if a table cannot be read at all
     */
    public static List<PackCase> read(String name, String text) {
        return CaseFiles.read(name, text);
    }

    /** All of it; missing where it is unusable. */
    JsonNode line() {
        return line;
    }

    /** Why it is no case; null if it is one. */
    @Nullable
    InvalidInputException refused() {
        return refused;
    }

    /** What its authors call it. */
    public String id() {
        return line.path("id").asText();
    }

    /** What it is about; may be empty. */
    public String title() {
        return line.path("title").asText();
    }

    /** File and line, such as {@code cases.jsonl:3}. */
    public String place() {
        return place;
    }

    /** All of it, as one JSON object. */
    public String json() {
        return line.toString();
    }

    /** How many keys are expected. */
    public int expectations() {
        return line.path("expect").size();
    }

    /**
     * Runs it.
     *
     * @param packs gives the rule book of a pack by its id
     * @return the answer in the exchange format
     * @throws InvalidInputException if the case, or what it names, cannot be used
     */
    public String answer(Function<String, RuleBook> packs) {
        return answer(packs, value -> {});
    }

    /**
     * The same.
     *
     * @param seen is handed the case as it then stands; a line of reports has none
     * @throws InvalidInputException if the case, or what it names, cannot be used
     */
    public String answer(Function<String, RuleBook> packs, Consumer<Case> seen) {
        if (refused != null) {
            throw refused;
        }
        try {
            return new CaseRun(line, packs).answer(seen);
        } catch (InvalidInputException e) {
            throw e.at(place);
        }
    }

    /**
     * Runs it and compares.
     *
     * @return what the answer has not and should have; empty if the case holds
     * @throws InvalidInputException if the case, or what it names, cannot be used
     */
    public List<Difference> differences(Function<String, RuleBook> packs) {
        return differences(answer(packs));
    }

    /**
     * Compares an answer that {@link #answer} gave.
     *
     * @throws InvalidInputException if the case expects nothing
     */
    public List<Difference> differences(String answer) {
        if (!line.path("expect").isObject()) {
            throw InvalidInputException.of("MISSING_FIELD", "expect")
                    .rule("what the case must come to, as an object")
                    .wayOut("write the field expect")
                    .at(place)
                    .build();
        }
        return Expectation.parse(line.get("expect").toString()).differences(answer);
    }

    /** Id and title, for a list of tests; the place of one that has neither. */
    @Override
    public String toString() {
        String name = (id() + " " + title()).strip();
        return name.isEmpty() ? place : name;
    }
}
