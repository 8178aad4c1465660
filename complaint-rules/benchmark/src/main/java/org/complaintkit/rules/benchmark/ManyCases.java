package org.complaintkit.rules.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.complaintkit.rules.Packs;

/**
 * As many past cases as are wanted, from the worked cases of the first of our packs: each some weeks earlier, and half of
 * them with another loss. The number of a case is its seed.
 */
final class ManyCases {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?");
    private static final int WEEKS = 150;
    private static final int MOST_LOSS = 100_000_000;

    private final List<JsonNode> worked = new ArrayList<>();

    ManyCases() {
        try (InputStream in = Packs.class.getResourceAsStream("/org/complaintkit/packs/rcc/cases/cases.jsonl")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                JsonNode each = JSON.readTree(line);
                if (each.path("kind").asText().equals("CASE")
                        && each.path("packs").equals(JSON.readTree("[\"RCC\"]"))) {
                    worked.add(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line in the format of {@code replay}. */
    String line(int number) {
        Random random = new Random(number);
        int weeks = random.nextInt(WEEKS);
        ObjectNode line = (ObjectNode) earlier(worked.get(number % worked.size()), weeks);
        line.remove("expect");
        line.put("id", "C" + number);
        if (random.nextBoolean()) {
            ((ObjectNode) line.get("complaint")).put("claimedLoss", BigDecimal.valueOf(random.nextInt(MOST_LOSS), 2));
        }
        return line.toString();
    }

    /** The same with all days so many weeks before: they fall on the same days of the week. */
    private static JsonNode earlier(JsonNode node, int weeks) {
        if (node.isObject()) {
            ObjectNode moved = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> moved.set(field.getKey(), earlier(field.getValue(), weeks)));
            return moved;
        }
        if (node.isArray()) {
            ArrayNode moved = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> moved.add(earlier(each, weeks)));
            return moved;
        }
        if (node.isTextual() && DAY.matcher(node.asText()).matches()) {
            String day = node.asText().substring(0, 10);
            return TextNode.valueOf(
                    LocalDate.parse(day).minusWeeks(weeks) + node.asText().substring(10));
        }
        return node;
    }
}
