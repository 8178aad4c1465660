package org.complaintkit.calendar;

import java.io.IOException;
import java.io.Reader;

/**
 * What the readers of foreign files read from: at most {@link CalendarFiles#LONGEST} characters, whatever they are, and
 * without the byte order mark that some editors put in front. One use, one thread.
 */
final class BoundedReader extends Reader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader source;
    private final String name;
    private long read;
    private long lines;

    BoundedReader(Reader source, String name) {
        this.source = source;
        this.name = name;
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        int n = source.read(buffer, offset, count);
        if (n <= 0) {
            return n;
        }
        boolean marked = read == 0 && buffer[offset] == BYTE_ORDER_MARK;
        count(buffer, offset, n);
        if (!marked) {
            return n;
        }
        if (n == 1) {
            return read(buffer, offset, count);
        }
        System.arraycopy(buffer, offset + 1, buffer, offset, n - 1);
        return n - 1;
    }

    private void count(char[] buffer, int offset, int n) {
        read += n;
        if (read > CalendarFiles.LONGEST) {
            throw InvalidInputException.of("FILE_TOO_LARGE", "calendar file " + name)
                    .rule("a file has at most " + CalendarFiles.LONGEST + " characters")
                    .wayOut("split the file or leave out what is no calendar")
                    .at(name + ":" + (lines + 1))
                    .build();
        }
        for (int i = offset; i < offset + n; i++) {
            if (buffer[i] == '\n') {
                lines++;
            }
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
