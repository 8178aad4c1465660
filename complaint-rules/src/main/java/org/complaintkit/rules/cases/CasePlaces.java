package org.complaintkit.rules.cases;

import java.util.HashMap;
import java.util.Map;
import org.complaintkit.rules.pack.JsonFile;
import org.complaintkit.rules.pack.Position;

/**
 * Where the parts of a worked case stand in its file, by JSON pointer: of a row of a spreadsheet too, whose fields lie in its
 * first line. What has no place of its own stands where the part lies that it belongs to.
 */
final class CasePlaces {
    private final Position whole;
    private final Map<String, Position> values = new HashMap<>();
    private final Map<String, Position> names = new HashMap<>();

    /**
     * Places of a case.
     *
     * @param whole where it begins
     */
    CasePlaces(Position whole) {
        this.whole = whole;
    }

    static CasePlaces of(JsonFile line, Position whole) {
        CasePlaces places = new CasePlaces(whole);
        places.values.putAll(line.places());
        places.names.putAll(line.names());
        return places;
    }

    /** A pointer to a field or an item of what another one points to. */
    static String inner(String pointer, Object name) {
        return pointer + "/" + String.valueOf(name).replace("~", "~0").replace("/", "~1");
    }

    /** The last part of a pointer, as it is written. */
    static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    void value(String pointer, Position at) {
        values.put(pointer, at);
    }

    /** Of names that several columns share the first counts. */
    void name(String pointer, Position at) {
        names.putIfAbsent(pointer, at);
    }

    Position value(String pointer) {
        return nearest(values, pointer);
    }

    Position name(String pointer) {
        Position at = names.get(pointer);
        return at == null ? value(pointer) : at;
    }

    private Position nearest(Map<String, Position> places, String pointer) {
        String part = pointer;
        while (!part.isEmpty() && !places.containsKey(part)) {
            part = part.substring(0, part.lastIndexOf('/'));
        }
        return places.getOrDefault(part, whole);
    }
}
