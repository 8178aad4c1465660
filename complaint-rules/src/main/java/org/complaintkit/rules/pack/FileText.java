package org.complaintkit.rules.pack;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file. A pack is UTF-8; what a spreadsheet saves in China instead is a fault, and is read all the same where
 * it can be told what it is, so that its author learns in the same run what else is wrong. Stateless.
 */
public final class FileText {
    private static final char REPLACED = '\uFFFD';
    private static final char MARK = '\uFEFF';
    private static final int LONGEST = 80;

    private FileText() {}

    /** As far as it can be read, without a mark of the byte order: for showing lines. */
    public static String shown(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return unmarked(
                text.indexOf(REPLACED) < 0
                        ? text
                        : other(bytes).map(Other::text).orElse(text));
    }

    static String unmarked(String text) {
        return text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
    }

    /** The text; empty if nobody knows how it is written. That it is not UTF-8 is a fault. */
    static Optional<String> read(String file, byte[] bytes, Faults faults) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACED) < 0) {
            return Optional.of(text);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        if (!strict(StandardCharsets.UTF_8).decode(in, out, true).isError()) {
            return Optional.of(text); // its author wrote the sign that stands for what cannot be decoded
        }
        Optional<Other> other = other(bytes);
        String before = other.isPresent() ? plain(bytes) : unmarked(out.flip().toString());
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        Told told =
                other.map(each -> FaultKind.OTHER_ENCODING.told(each.name())).orElseGet(FaultKind.NOT_UTF_8::told);
        String offending = other.map(each -> line(each.text(), line, column)).orElse("");
        faults.add(told, file, new Position(line, column), offending);
        return other.map(Other::text);
    }

    /** What is the same in all encodings, up to the first letter that is not. */
    private static String plain(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] >= 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.US_ASCII);
    }

    /** What stands in a line from a column on. */
    private static String line(String text, int line, int column) {
        String[] lines = unmarked(text).split("\n", line + 1);
        String found = line <= lines.length ? lines[line - 1].strip() : "";
        String rest = found.substring(Math.min(column - 1, found.length()));
        return rest.length() > LONGEST ? rest.substring(0, LONGEST) : rest;
    }

    private record Other(String name, String text) {}

    private static Optional<Other> other(byte[] bytes) {
        boolean little = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        boolean big = bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
        return little || big ? decoded("UTF-16", "UTF-16", bytes) : decoded("GBK", "GB18030", bytes);
    }

    private static Optional<Other> decoded(String name, String charset, byte[] bytes) {
        try {
            return Charset.isSupported(charset)
                    ? Optional.of(new Other(
                            name,
                            strict(Charset.forName(charset))
                                    .decode(ByteBuffer.wrap(bytes))
                                    .toString()))
                    : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
