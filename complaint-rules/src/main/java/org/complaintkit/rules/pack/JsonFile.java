package org.complaintkit.rules.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON file of a pack with the place of each value, by JSON pointer. Depth, lengths and repeated names are limited.
 */
record JsonFile(JsonNode root, Map<String, Position> places) {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10)
                            .maxStringLength(10_000)
                            .maxNumberLength(50)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads a text; what is no JSON is a fault, and empty. */
    static Optional<JsonFile> read(String file, String text, Faults faults) {
        try {
            return Optional.of(new JsonFile(MAPPER.readTree(text), places(text)));
        } catch (JsonProcessingException e) {
            faults.add(FaultKind.MALFORMED_JSON.told(e.getOriginalMessage()), file, position(e.getLocation()), "");
            return Optional.empty();
        } catch (NumberFormatException e) {
            // Of an exponent beyond an int Jackson does not make an error of its own.
            faults.add(FaultKind.NUMBER_WITHOUT_BOUND.told(), file, Position.WHOLE_FILE, "");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Place of the value that the pointer names, or of the file. */
    Position at(String pointer) {
        return places.getOrDefault(pointer, new Position(1, 1));
    }

    private static Map<String, Position> places(String text) throws IOException {
        Map<String, Position> places = new HashMap<>();
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String pointer = parser.getParsingContext().pathAsPointer().toString();
                Position at = position(parser.currentTokenLocation());
                if (token == JsonToken.FIELD_NAME) {
                    places.putIfAbsent(pointer, at);
                } else if (!token.isStructEnd()) {
                    places.put(pointer, at);
                }
            }
        }
        return places;
    }

    private static Position position(JsonLocation location) {
        return new Position(Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()));
    }
}
