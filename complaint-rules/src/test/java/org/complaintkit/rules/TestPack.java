package org.complaintkit.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.PackFiles;

/** The small pack of the tests, and what a slip of the pen makes of it. */
public final class TestPack {
    private final Map<String, byte[]> files;

    private TestPack(Map<String, byte[]> files) {
        this.files = files;
    }

    /** As it lies in the resources: without a fault. */
    public static TestPack good() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : PackFiles.names()) {
            try (InputStream in = TestPack.class.getResourceAsStream("/packs/tst/" + name)) {
                if (in != null) {
                    files.put(name, in.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new TestPack(files);
    }

    /** With a file replaced or added. */
    public TestPack with(String file, String text) {
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestPack with(String file, byte[] bytes) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.put(file, bytes);
        return new TestPack(changed);
    }

    public TestPack without(String file) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.remove(file);
        return new TestPack(changed);
    }

    /** With the one occurrence of a text in a file replaced. */
    public TestPack edited(String file, String from, String to) {
        String text = text(file);
        if (text.indexOf(from) < 0 || text.indexOf(from) != text.lastIndexOf(from)) {
            throw new IllegalArgumentException(from + " does not occur once in " + file);
        }
        return with(file, text.replace(from, to));
    }

    public String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    public PackFiles files() {
        return PackFiles.of("tst", files);
    }

    public List<PackFault> faults() {
        return PackReader.check(files());
    }

    public Policy policy() {
        return PackReader.read(files()).policy();
    }

    /** Writes the files into a folder. */
    public Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }
}
