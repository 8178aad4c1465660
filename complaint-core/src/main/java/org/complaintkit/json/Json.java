package org.complaintkit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.complaintkit.calendar.InvalidInputException;

/** The configuration of Jackson: bounded, strict, without any choice of types by the input. */
final class Json {
    private static final int MAX_TEXT = 200_000;
    private static final int MAX_DOCUMENT = 2_000_000;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_NUMBER = 40;

    private static final int MAX_STORED_DEPTH = 200;
    private static final int MAX_STORED = 1_000_000_000;

    static final JsonMapper MAPPER = mapper(StreamReadConstraints.builder()
            .maxStringLength(MAX_TEXT)
            .maxDocumentLength(MAX_DOCUMENT)
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_NUMBER)
            .build());

    /** For what this library wrote itself: a store must give back whatever it took. */
    static final JsonMapper STORED = mapper(StreamReadConstraints.builder()
            .maxStringLength(MAX_STORED)
            .maxNameLength(MAX_TEXT)
            .maxDocumentLength(MAX_STORED)
            .maxNestingDepth(MAX_STORED_DEPTH)
            .maxNumberLength(MAX_NUMBER)
            .build());

    private static JsonMapper mapper(StreamReadConstraints bounds) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(bounds)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private Json() {}

    /** Reads one object of the exchange format. */
    static ObjectNode object(String json, String subject) {
        return object(MAPPER, json, subject);
    }

    /** Reads one object that this library wrote. */
    static ObjectNode stored(String json, String subject) {
        return object(STORED, json, subject);
    }

    /** Reads a value that stands in our own source. */
    static JsonNode any(String json) {
        try {
            return STORED.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + json, e);
        }
    }

    private static ObjectNode object(JsonMapper mapper, String json, String subject) {
        try {
            JsonNode node = mapper.readTree(json);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw malformed(mapper, subject, "");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw malformed(mapper, subject, place == null ? "" : place.getLineNr() + ":" + place.getColumnNr());
        } catch (NumberFormatException e) {
            // Of an exponent beyond an int Jackson does not make an error of its own.
            throw malformed(mapper, subject, "");
        }
    }

    /** Jackson's own message quotes the input, which may be personal: only the place is told. */
    private static InvalidInputException malformed(JsonMapper mapper, String subject, String at) {
        StreamReadConstraints bounds = mapper.getFactory().streamReadConstraints();
        return InvalidInputException.of("MALFORMED_JSON", subject)
                .rule("one JSON object of at most " + bounds.getMaxDocumentLength()
                        + " characters, each field once, nested at most " + bounds.getMaxNestingDepth() + " deep")
                .wayOut("mend the text at the place named")
                .at(at)
                .build();
    }
}
