package org.complaintkit.examples.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that come with the example, all in UTF-8. */
final class Resources {
    private Resources() {}

    static Reader open(String name) throws IOException {
        InputStream in = Resources.class.getResourceAsStream("/" + name);
        if (in == null) {
            throw new IOException("the packaged file " + name + " is missing");
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** A file of the user; bytes that are no UTF-8 come out as replacement characters and harm nobody. */
    static Reader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }
}
