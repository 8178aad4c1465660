package org.complaintkit.rules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.pack.PackFiles;
import org.complaintkit.rules.trust.PackStatement;
import org.jspecify.annotations.Nullable;

/**
 * Finds packs on a class path: every resource {@value #INDEX} lists the folders of the packs in its jar, one a line, with
 * comments behind {@code #}.
 */
final class PackResources {
    static final String INDEX = "META-INF/complaintkit/packs";

    private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*");
    private static final int MAX_BYTES = 100 << 20;

    private PackResources() {}

    /** Folders of all packs, in the order of the class path; one that several jars list comes once. */
    static List<String> folders(ClassLoader loader) {
        Set<String> folders = new LinkedHashSet<>();
        try {
            for (URL index : Collections.list(loader.getResources(INDEX))) {
                try (InputStream in = open(index)) {
                    folders.addAll(folders(new String(in.readNBytes(PackFiles.MAX_BYTES), StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            throw unreadable(INDEX, e);
        }
        return List.copyOf(folders);
    }

    /** The folders that one index lists. */
    static List<String> folders(String index) {
        return index.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .peek(PackResources::requireFolder)
                .toList();
    }

    private static void requireFolder(String folder) {
        if (!FOLDER.matcher(folder).matches()) {
            throw InvalidInputException.of("PACK_INDEX", INDEX)
                    .value(folder)
                    .rule("the folder of a pack: names of letters, digits, _ and -, joined by /")
                    .wayOut("write it without leading or trailing / and without dots")
                    .build();
        }
    }

    static StoredPack read(ClassLoader loader, String folder) {
        Map<String, byte[]> source = new HashMap<>();
        Map<String, byte[]> compiled = new HashMap<>();
        Map<String, byte[]> signature = new HashMap<>();
        try {
            for (String file : PackFiles.names()) {
                read(loader, folder + "/" + file, PackFiles.MAX_BYTES + 1, file, source);
            }
            for (String file : CompiledPack.FILES) {
                read(loader, folder + "/" + StoredPack.COMPILED + "/" + file, MAX_BYTES, file, compiled);
            }
            String file = PackStatement.FILE;
            read(loader, folder + "/" + file, PackStatement.MAX_BYTES + 1, file, signature);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        return new StoredPack(PackFiles.of(folder, source), compiled, text(signature.get(PackStatement.FILE)));
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static void read(ClassLoader loader, String resource, int most, String name, Map<String, byte[]> into)
            throws IOException {
        URL url = loader.getResource(resource);
        if (url != null) {
            try (InputStream in = open(url)) {
                into.put(name, in.readNBytes(most));
            }
        }
    }

    /** Without the cache of the process: a jar that is replaced while it runs is read afresh. */
    private static InputStream open(URL url) throws IOException {
        var connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    private static InvalidInputException unreadable(String resource, IOException cause) {
        return InvalidInputException.of("PACK_RESOURCE", "class path")
                .value(resource)
                .rule("a resource that can be read")
                .wayOut("check the jar that contains it")
                .cause(cause)
                .build();
    }
}
