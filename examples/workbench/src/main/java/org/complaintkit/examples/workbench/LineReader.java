package org.complaintkit.examples.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.complaintkit.calendar.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Reads lines, each bounded, so that a broken file costs an error and not the run. Not thread-safe. */
final class LineReader {
    /** Bytes that a line may have. */
    static final int LONGEST = 2_000_000;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final InputStream in;
    private final byte[] block = new byte[1 << 16];
    private int at;
    private int end;
    private long bytes;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** A line without its end. */
    static final class Line {
        private final long number;
        private final byte[] bytes;

        private Line(long number, byte[] bytes) {
            this.number = number;
            this.bytes = bytes;
        }

        /** From 1 on, empty lines counted. */
        long number() {
            return number;
        }

        /**
         * The text of the line.
         *
         * @throws InvalidInputException LINE_TOO_LONG, MALFORMED_UTF8
         */
        String text() {
            if (bytes.length > LONGEST) {
                throw InvalidInputException.of("LINE_TOO_LONG", "line")
                        .rule("a line of at most " + LONGEST + " bytes")
                        .wayOut("shorten the texts in it")
                        .at(number + ":" + (LONGEST + 1))
                        .build();
            }
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            CharBuffer chars = CharBuffer.allocate(bytes.length);
            boolean broken = decoder.decode(ByteBuffer.wrap(bytes), chars, true).isError();
            if (broken) {
                throw InvalidInputException.of("MALFORMED_UTF8", "line")
                        .rule("text in UTF-8")
                        .wayOut("save the file in UTF-8")
                        .at(number + ":" + (chars.position() + 1))
                        .build();
            }
            String text = chars.flip().toString();
            boolean marked = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return marked ? text.substring(1) : text;
        }
    }

    /** The next line, empty ones included; null at the end. */
    @Nullable
    Line next() throws IOException {
        if (!filled()) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean ended = false;
        while (!ended && filled()) {
            int from = at;
            while (at < end && block[at] != '\n') {
                at++;
            }
            ended = at < end;
            bytes += at - from;
            line.write(block, from, Math.min(at - from, LONGEST + 1 - line.size()));
            at += ended ? 1 : 0;
        }
        bytes++;
        number++;
        return new Line(number, line.toByteArray());
    }

    /** Whether there is another byte in the block; reads the next block where there is none. */
    private boolean filled() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(block));
        }
        return at < end;
    }

    /** Bytes read so far. */
    long bytes() {
        return bytes;
    }
}
