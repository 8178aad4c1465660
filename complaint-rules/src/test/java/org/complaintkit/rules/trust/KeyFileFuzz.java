package org.complaintkit.rules.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.function.Function;
import org.complaintkit.calendar.InvalidInputException;

/** Files of keys: a key that is read again as it is printed, or one line of error that tells nothing of what is in it. */
class KeyFileFuzz {
    private static final Path FILE = file();

    @FuzzTest(maxDuration = "10m")
    void any_file_is_a_key_or_refused(byte[] bytes) throws IOException {
        read(bytes, PemKeys::publicKey);
        read(bytes, PemKeys::privateKey);
    }

    private static void read(byte[] bytes, Function<Path, ? extends Key> reading) throws IOException {
        Files.write(FILE, bytes);
        Key key;
        try {
            key = reading.apply(FILE);
        } catch (InvalidInputException refused) {
            assertThat(refused.getMessage()).matches("KEY_UNUSABLE: \\P{Cntrl}+");
            return;
        }
        Files.write(FILE, PemKeys.text(key).getBytes(StandardCharsets.US_ASCII));
        assertThat(reading.apply(FILE)).isEqualTo(key);
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("key", ".pem");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
