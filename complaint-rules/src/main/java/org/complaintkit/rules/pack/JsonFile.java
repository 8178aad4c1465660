package org.complaintkit.rules.pack;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file of a pack with the place of each value, by JSON pointer. Depth, lengths and repeated names are limited.
 *
 * @param root as {@link JsonTree} gives it
 */
record JsonFile(@Nullable Object root, Map<String, Position> places) {
    /** Reads a text; what is no JSON is a fault, and empty. */
    static Optional<JsonFile> read(String file, String text, Faults faults) {
        Optional<JsonFile> plain = PlainJson.read(text);
        return plain.isPresent() ? plain : AnyJson.read(file, text, faults);
    }

    /** The pointer of a field of the object that a pointer names. */
    static String inner(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Place of the value that the pointer names, or of the file. */
    Position at(String pointer) {
        return places.getOrDefault(pointer, new Position(1, 1));
    }
}
