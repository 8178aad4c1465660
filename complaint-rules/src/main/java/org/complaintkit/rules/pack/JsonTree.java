package org.complaintkit.rules.pack;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads trees from a parser of Jackson without a mapper: to make one costs a fresh process as much as all else that loads
 * a compiled pack. An object becomes a map, an array a list, a number a decimal one, and null stays null. Limits are those
 * of the parser; fractions are read exactly.
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
     * Reads the next value, null at the end of the input; the parser then stands on its last token.
     *
     * @throws IOException if what follows is no JSON
     */
    public static @Nullable Object next(JsonParser parser) throws IOException {
        return next(parser, (pointer, at) -> {});
    }

    /** The same; tells the pointer of every name and value when the parser stands on it. */
    static @Nullable Object next(JsonParser parser, BiConsumer<String, JsonParser> places) throws IOException {
        JsonToken token = parser.nextToken();
        return token == null ? null : new JsonTree(parser, places).value(token, "");
    }

    private @Nullable Object value(JsonToken token, String pointer) throws IOException {
        places.accept(pointer, parser);
        return switch (token) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> new BigDecimal(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> fraction();
            case VALUE_TRUE, VALUE_FALSE -> token == JsonToken.VALUE_TRUE;
            case VALUE_NULL -> null;
            default -> throw new JsonParseException(parser, "a value is missing");
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

    private Map<String, @Nullable Object> object(String pointer) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken(); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            String inner = JsonFile.inner(pointer, name);
            places.accept(inner, parser);
            object.put(name, value(parser.nextToken(), inner));
        }
        return object;
    }

    private List<@Nullable Object> array(String pointer) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token, pointer + "/" + array.size()));
        }
        return array;
    }
}
