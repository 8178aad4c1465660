package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.complaintkit.calendar.InvalidInputException;

/** Jackson, strict and bounded: no field twice, nothing after the object, and numbers as they were written. */
final class Json {
    private static final int MAX_TEXT = 200_000;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_NUMBER = 40;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_TEXT)
                            .maxDocumentLength(LineReader.LONGEST)
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /**
     * The object on a line.
     *
     * @throws InvalidInputException MALFORMED_JSON; the text itself is not told, it may be personal
     */
    static ObjectNode object(String line, long number) {
        try {
            if (MAPPER.readTree(line) instanceof ObjectNode object) {
                return object;
            }
            throw malformed(number + ":1");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw malformed(number + ":" + (place == null ? 1 : Math.max(1, place.getColumnNr())));
        } catch (NumberFormatException e) {
            // Of an exponent beyond an int Jackson does not make an error of its own.
            throw malformed(number + ":1");
        }
    }

    /** The id of a line that is bad, perhaps broken further on; null if it cannot be read. */
    static JsonNode id(String line) {
        try (JsonParser parser = MAPPER.createParser(line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean found = parser.currentName().equals("id");
                    JsonToken value = parser.nextToken();
                    if (found && value == JsonToken.VALUE_STRING) {
                        return TextNode.valueOf(parser.getText());
                    }
                    if (found && value == JsonToken.VALUE_NUMBER_INT) {
                        return BigIntegerNode.valueOf(parser.getBigIntegerValue());
                    }
                    parser.skipChildren();
                }
            }
            return NullNode.getInstance();
        } catch (JsonProcessingException e) {
            return NullNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer with the id as it was given: the SDK knows ids as texts only. */
    static String withId(String answer, JsonNode id) {
        if (id.isTextual()) {
            return answer;
        }
        try {
            return ((ObjectNode) MAPPER.readTree(answer)).set("id", id).toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InvalidInputException malformed(String at) {
        return InvalidInputException.of("MALFORMED_JSON", "line")
                .rule("one JSON object, each field once, nested at most " + MAX_DEPTH + " deep, texts of at most "
                        + MAX_TEXT + " characters")
                .wayOut("mend the line at the place named")
                .at(at)
                .build();
    }
}
