package org.complaintkit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.complaintkit.calendar.InvalidInputException;

/** The one configuration of Jackson: bounded, strict, without any choice of types by the input. */
final class Json {
    private static final int MAX_TEXT = 200_000;
    private static final int MAX_DOCUMENT = 2_000_000;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_NUMBER = 40;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_TEXT)
                            .maxDocumentLength(MAX_DOCUMENT)
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Reads one object. */
    static ObjectNode object(String json, String subject) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw malformed(subject, "");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw malformed(subject, place == null ? "" : place.getLineNr() + ":" + place.getColumnNr());
        }
    }

    /** Jackson's own message quotes the input, which may be personal: only the place is told. */
    private static InvalidInputException malformed(String subject, String at) {
        return InvalidInputException.of("MALFORMED_JSON", subject)
                .rule("one JSON object of at most " + MAX_DOCUMENT + " characters, each field once, nested at most "
                        + MAX_DEPTH + " deep")
                .wayOut("mend the text at the place named")
                .at(at)
                .build();
    }
}
