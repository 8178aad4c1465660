package org.complaintkit.rules.pack;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.BiConsumer;

/**
 * Reads trees from a parser of Jackson without a mapper: to make one costs a fresh process as much as all else that loads
 * a compiled pack. Limits are those of the parser; fractions are read exactly.
 */
public final class JsonTree {
    private static final int LONGEST_NUMBER = 1_000;

    private final JsonParser parser;
    private final BiConsumer<String, JsonParser> places;

    private JsonTree(JsonParser parser, BiConsumer<String, JsonParser> places) {
        this.parser = parser;
        this.places = places;
    }

    /**
     * Reads the next value, a missing node at the end of the input; the parser then stands on its last token.
     *
     * @throws IOException if what follows is no JSON
     */
    public static JsonNode next(JsonParser parser) throws IOException {
        return next(parser, (pointer, at) -> {});
    }

    /** The same; tells the pointer of every name and value when the parser stands on it. */
    static JsonNode next(JsonParser parser, BiConsumer<String, JsonParser> places) throws IOException {
        JsonToken token = parser.nextToken();
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return token == null ? nodes.missingNode() : new JsonTree(parser, places).value(token, "");
    }

    private JsonNode value(JsonToken token, String pointer) throws IOException {
        places.accept(pointer, parser);
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (token) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_STRING -> nodes.textNode(parser.getText());
            case VALUE_NUMBER_INT -> integer(nodes);
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(fraction());
            case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> nodes.nullNode();
            default -> throw new JsonParseException(parser, "a value is missing");
        };
    }

    private JsonNode integer(JsonNodeFactory nodes) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> nodes.numberNode(parser.getIntValue());
            case LONG -> nodes.numberNode(parser.getLongValue());
            default -> nodes.numberNode(parser.getBigIntegerValue());
        };
    }

    /** A few characters of exponent would be gigabytes of digits for whoever writes the number out. */
    private BigDecimal fraction() throws IOException {
        BigDecimal number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
            throw new JsonParseException(parser, "a number has an exponent out of all range");
        }
        return number;
    }

    private ObjectNode object(String pointer) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (JsonToken token = parser.nextToken(); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            String inner = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            places.accept(inner, parser);
            object.set(name, value(parser.nextToken(), inner));
        }
        return object;
    }

    private ArrayNode array(String pointer) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token, pointer + "/" + array.size()));
        }
        return array;
    }
}
