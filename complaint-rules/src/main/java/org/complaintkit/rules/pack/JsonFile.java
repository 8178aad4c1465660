package org.complaintkit.rules.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file of a pack, or one line of a file of lines, with the place of each value, by JSON pointer. Depth, lengths and
 * repeated names are limited.
 *
 * @param root as {@link JsonTree} gives it
 * @param places where each value begins
 * @param names where the name of each field begins, by the pointer of its value
 */
public record JsonFile(@Nullable Object root, Map<String, Position> places, Map<String, Position> names) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10)
                    .maxStringLength(10_000)
                    .maxNumberLength(50)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads a text; what is no JSON is a fault, and empty. */
    static Optional<JsonFile> read(String file, String text, Faults faults) {
        return read(file, text, 1, true, faults);
    }

    /**
     * Reads a line of a file that holds a value a line. What nobody sees in its texts is left alone: they may be what a
     * customer wrote.
     *
     * @param number of the line, counted from 1
     */
    public static Optional<JsonFile> line(String file, String line, int number, Faults faults) {
        return read(file, line, number, false, faults);
    }

    private static Optional<JsonFile> read(String file, String text, int first, boolean visible, Faults faults) {
        Map<String, Position> places = new HashMap<>();
        Map<String, Position> names = new HashMap<>();
        AtomicReference<Position> last = new AtomicReference<>(Position.WHOLE_FILE);
        try (JsonParser parser = JSON.createParser(text)) {
            Object root = JsonTree.next(parser, (pointer, at) -> {
                JsonLocation begins = at.currentTokenLocation();
                last.set(position(begins, first).spanning(length(text, (int) begins.getCharOffset())));
                places.put(pointer, last.get());
                if (at.hasToken(JsonToken.FIELD_NAME)) {
                    names.put(pointer, last.get());
                }
                if (visible) {
                    requireVisible(at, file, last.get(), faults);
                }
            });
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something follows the end of the file's value");
            }
            return Optional.of(new JsonFile(root, places, names));
        } catch (UncheckedIOException e) {
            faults.add(FaultKind.MALFORMED_JSON.told(String.valueOf(e.getCause())), file, last.get(), "");
            return Optional.empty();
        } catch (JsonProcessingException e) {
            if (signs(text, file, first, e.getLocation(), faults)) {
                return Optional.empty();
            }
            // Where a limit is passed Jackson names no place: then it is behind the last one that was read.
            Position at = e.getLocation() == null ? last.get() : position(e.getLocation(), first);
            faults.add(FaultKind.MALFORMED_JSON.told(e.getOriginalMessage()), file, at, "");
            return Optional.empty();
        } catch (NumberFormatException e) {
            // Of an exponent beyond an int Jackson does not make an error of its own.
            faults.add(FaultKind.NUMBER_WITHOUT_BOUND.told(), file, last.get(), "");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pointer of a field of the object that a pointer names. */
    static String inner(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Place of the value that the pointer names, or of the file. */
    Position at(String pointer) {
        return places.getOrDefault(pointer, new Position(1, 1));
    }

    /**
     * Names the signs of a Chinese keyboard outside the texts of a file that is no JSON, all of them: a parser stops at the
     * first and does not know what it is. Where it stops at something else, a quote may be missing, and nobody knows what is
     * outside: then none is named. A text ends with its line, whatever quote it lacks.
     *
     * @return whether the parser stopped at a look-alike, which explains what it says
     */
    private static boolean signs(String text, String file, int first, @Nullable JsonLocation stopped, Faults faults) {
        List<Runnable> named = new ArrayList<>();
        Optional<Told> cause = Optional.empty();
        boolean quoted = false;
        int line = first;
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            column++;
            if (sign == '\n') {
                line++;
                column = 0;
                quoted = false;
            } else if (sign == '\\' && quoted) {
                i++;
                column++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                Optional<Told> told = Characters.plain(sign)
                        .map(plain -> FaultKind.FULL_WIDTH.told(Characters.name(sign), plain))
                        .or(() -> Characters.invisible(sign)
                                ? Optional.of(FaultKind.INVISIBLE_CHARACTER.told(Characters.name(sign)))
                                : Optional.empty());
                Position at = new Position(line, column);
                told.ifPresent(each -> named.add(() -> faults.add(each, file, at, String.valueOf(sign))));
                boolean here = stopped != null
                        && stopped.getLineNr() + first - 1 == at.line()
                        && Math.abs(stopped.getColumnNr() - at.column()) <= 1;
                cause = here ? cause.or(() -> told) : cause;
            }
        }
        if (cause.isPresent()) {
            named.forEach(Runnable::run);
        }
        return cause.filter(each -> each.kind() == FaultKind.FULL_WIDTH).isPresent();
    }

    private static void requireVisible(JsonParser parser, String file, Position at, Faults faults) {
        try {
            if (parser.hasToken(JsonToken.FIELD_NAME) || parser.hasToken(JsonToken.VALUE_STRING)) {
                String text = parser.getText();
                Characters.invisibleIn(text)
                        .ifPresent(name -> faults.add(FaultKind.INVISIBLE_CHARACTER.told(name), file, at, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Position position(JsonLocation location, int first) {
        return new Position(Math.max(0, location.getLineNr() + first - 1), Math.max(0, location.getColumnNr()));
    }

    /** How far a name or a value reaches that is neither object nor array, its quotes included. */
    private static int length(String text, int from) {
        int next = from;
        if (from < 0 || from >= text.length()) {
            return 0;
        }
        if (text.charAt(from) == '"') {
            for (next++; next < text.length() && text.charAt(next) != '"'; next++) {
                next += text.charAt(next) == '\\' ? 1 : 0;
            }
            return Math.min(text.length(), next + 1) - from;
        }
        while (next < text.length() && "{}[],: \t\r\n".indexOf(text.charAt(next)) < 0) {
            next++;
        }
        return next - from;
    }
}
