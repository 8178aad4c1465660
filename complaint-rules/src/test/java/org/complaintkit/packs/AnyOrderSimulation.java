package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All worked cases of all packs once more, each told in other orders: the answer is the same, to the byte where only the facts
 * are told otherwise. A seed an order, which a failure names; more of them with the profile {@code million}.
 */
class AnyOrderSimulation {
    private static final long FIRST = 20_251_122L;
    /** Lists of a complaint or an event that name things side by side. */
    private static final Set<String> SIDE_BY_SIDE = Set.of(
            "intakeCategories", "facts", "causes", "demands", "fields", "elements", "contents", "channels", "events");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<WorkedCase, String> expected = new LinkedHashMap<>();
    private static Packs packs;

    @BeforeAll
    static void answerAll() throws IOException {
        packs = Packs.shipped();
        for (String pack : packs.ids()) {
            for (WorkedCase worked : PackCasesTest.casesOf(pack)) {
                expected.put(worked, worked.answer(packs::get).toString());
            }
        }
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + Integer.getInteger("complaintkit.orders", 1));
    }

    /** One order of two rows may happen to be the old one. */
    static LongStream seedsOfRows() {
        return LongStream.range(FIRST, FIRST + Integer.getInteger("complaintkit.orders", 2));
    }

    @ParameterizedTest
    @MethodSource("seedsOfRows")
    void rules_files_and_rows_in_any_order(long seed) throws IOException {
        List<String> others = new ArrayList<>();
        for (String pack : packs.ids()) {
            try (Packs shuffled = ShuffledPack.of(pack, new Random(seed))) {
                assertThat(shuffled.get(pack).policy().pack().digest())
                        .isNotEqualTo(packs.get(pack).policy().pack().digest());
                for (WorkedCase worked : PackCasesTest.casesOf(pack)) {
                    JsonNode found = worked.answer(id -> id.equals(pack) ? shuffled.get(id) : packs.get(id));
                    differs(worked, sets(JSON.readTree(expected.get(worked))), sets(found), others);
                }
            }
        }
        assertThat(others).as("seed %d", seed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void facts_in_any_order(long seed) throws IOException {
        Random order = new Random(seed);
        List<String> others = new ArrayList<>();
        for (WorkedCase worked : expected.keySet()) {
            WorkedCase told = new WorkedCase(shuffled("", worked.line(), order));
            differs(
                    worked,
                    String.valueOf(expected.get(worked)),
                    told.answer(packs::get).toString(),
                    others);
        }
        assertThat(others).as("seed %d", seed).isEmpty();
    }

    /** What had left before a late event was learnt of has left: it may be more, and for another reason; all else is the same. */
    @ParameterizedTest
    @MethodSource("seeds")
    void events_learnt_of_in_any_order(long seed) throws IOException {
        Random order = new Random(seed);
        int refused = 0;
        for (WorkedCase worked : expected.keySet()) {
            Case intime = worked.handled(packs::get, Map.of()).orElse(null);
            if (intime != null && intime.events().size() > 1) {
                try {
                    Case late = worked.handled(packs::get, order).orElseThrow();
                    assertThat(kept(late)).as(worked.id()).containsExactlyElementsOf(kept(intime));
                    assertThat(keys(late)).as(worked.id()).containsAll(keys(intime));
                } catch (InvalidInputException e) {
                    assertThat(e.code()).as(worked.id()).isEqualTo("NOT_ON_THE_CASE");
                    refused++;
                }
            }
        }
        assertThat(refused).as("told of what was not there yet").isLessThan(expected.size() / 10);
    }

    private static List<String> keys(Case value) {
        return value.notices().stream().map(Notice::key).toList();
    }

    /** A number is drawn when its event is learnt of: of the events, those that a host told. */
    private static List<Object> kept(Case value) {
        return List.of(
                value.deadlines(),
                value.previousDeadlines(),
                value.findings(),
                value.steps(),
                value.state(),
                value.round(),
                value.outcome(),
                value.complainantCount(),
                value.decisions(),
                value.events().stream()
                        .filter(event -> !event.type().equals("NUMBER_DRAWN"))
                        .toList(),
                value.withoutEffect());
    }

    /** The lists of an answer stand in the order of the tables: as sets, so that this order does not count. */
    private static String sets(JsonNode node) {
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(sets(item)));
            items.sort(Comparator.naturalOrder());
            return items.toString();
        }
        if (node.isObject()) {
            Map<String, String> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), sets(member.getValue())));
            return members.toString();
        }
        return node.toString();
    }

    private static void differs(WorkedCase worked, String wanted, String found, List<String> others) {
        if (!found.equals(wanted)) {
            int at = 0;
            while (at < Math.min(found.length(), wanted.length()) && found.charAt(at) == wanted.charAt(at)) {
                at++;
            }
            others.add(worked.id() + ": " + from(wanted, at) + " became " + from(found, at));
        }
    }

    private static String from(String text, int at) {
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 60));
    }

    /** The same, with the members of every object and the entries of every list of things side by side in another order. */
    private static JsonNode shuffled(String name, JsonNode node, Random order) {
        if (node.isObject()) {
            ObjectNode other = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : RccLives.shuffled(List.copyOf(node.properties()), order)) {
                other.set(member.getKey(), shuffled(member.getKey(), member.getValue(), order));
            }
            return other;
        }
        if (node.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            node.forEach(item -> items.add(shuffled("", item, order)));
            ArrayNode other = JsonNodeFactory.instance.arrayNode();
            return other.addAll(SIDE_BY_SIDE.contains(name) ? RccLives.shuffled(items, order) : items);
        }
        return node;
    }
}
