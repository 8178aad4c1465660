package org.complaintkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BoundedReaderTest {
    @Test
    void a_mark_in_front_is_left_out_however_much_is_read_at_once() throws IOException {
        for (int atOnce = 1; atOnce <= 5; atOnce++) {
            assertThat(read("\uFEFFab\n", atOnce)).isEqualTo("ab\n");
            assertThat(read("a\uFEFFb", atOnce)).isEqualTo("a\uFEFFb");
            assertThat(read("\uFEFF\uFEFFb", atOnce)).isEqualTo("\uFEFFb");
            assertThat(read("\uFEFF", atOnce)).isEmpty();
        }
    }

    @Test
    void nothing_beside_the_place_that_was_asked_for_is_written() throws IOException {
        char[] buffer = "......".toCharArray();

        assertThat(new BoundedReader(new StringReader("\uFEFFab"), "own").read(buffer, 2, 3))
                .isEqualTo(2);
        assertThat(buffer).startsWith('.', '.', 'a', 'b').endsWith('.');
    }

    @Test
    void the_first_character_too_many_is_told_with_its_line() throws IOException {
        int block = 1 << 20;
        char[] buffer = new char[block];
        BoundedReader reader = new BoundedReader(new Lines(), "own");
        for (int read = 0; read < CalendarFiles.LONGEST; read += block) {
            assertThat(reader.read(buffer, 0, block)).isEqualTo(block);
        }

        assertThatThrownBy(() -> reader.read(buffer, 0, 1)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.code()).isEqualTo("FILE_TOO_LARGE");
            assertThat(e.at()).isEqualTo("own:" + (CalendarFiles.LONGEST / block + 1));
        });
    }

    private static String read(String text, int atOnce) throws IOException {
        StringBuilder read = new StringBuilder();
        char[] buffer = new char[atOnce + 1];
        try (BoundedReader reader = new BoundedReader(new StringReader(text), "own")) {
            for (int n = reader.read(buffer, 1, atOnce); n >= 0; n = reader.read(buffer, 1, atOnce)) {
                read.append(buffer, 1, n);
            }
        }
        return read.toString();
    }

    /** One line feed in each block. */
    private static final class Lines extends Reader {
        @Override
        public int read(char[] buffer, int offset, int count) {
            Arrays.fill(buffer, offset, offset + count, ' ');
            buffer[offset + count - 1] = '\n';
            return count;
        }

        @Override
        public void close() {}
    }
}
