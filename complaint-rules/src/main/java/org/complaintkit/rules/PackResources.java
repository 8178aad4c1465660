package org.complaintkit.rules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
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
    private static final String SHIPPED = "org/complaintkit/packs/";

    /** The jar, or folder of classes, of this class. */
    private static final String OWN_PLACE = ownPlace();

    private PackResources() {}

    private static String ownPlace() {
        URL own = PackResources.class.getResource("PackResources.class");
        String path = PackResources.class.getName().replace('.', '/') + ".class";
        String url = String.valueOf(own);
        return url.endsWith(path) ? url.substring(0, url.length() - path.length()) : "";
    }

    /**
     * A pack that an index lists.
     *
     * @param place the jar or folder of the class path in which the index lies; the pack's files are taken from there alone
     * @param folder of the pack in it
     */
    record Found(String place, String folder) {
        boolean shipped() {
            return folder.startsWith(SHIPPED) && place.equals(OWN_PLACE);
        }
    }

    /** All packs, in the order of the class path; a folder that an index lists and another place has comes from there. */
    static List<Found> find(ClassLoader loader) {
        Set<Found> found = new LinkedHashSet<>();
        Set<String> there = new HashSet<>();
        try {
            for (URL index : Collections.list(loader.getResources(INDEX))) {
                String place = index.toString().substring(0, index.toString().length() - INDEX.length());
                try (InputStream in = open(index)) {
                    String text = new String(in.readNBytes(PackFiles.MAX_BYTES), StandardCharsets.UTF_8);
                    for (String folder : folders(text)) {
                        Found pack = new Found(place, folder);
                        found.add(pack);
                        if (url(loader, pack, PackFiles.MANIFEST) != null) {
                            there.add(folder);
                        }
                    }
                }
            }
            List<Found> packs = new ArrayList<>();
            for (Found pack : found) {
                if (!there.contains(pack.folder()) || url(loader, pack, PackFiles.MANIFEST) != null) {
                    packs.add(pack);
                }
            }
            return packs;
        } catch (IOException e) {
            throw unreadable(INDEX, e);
        }
    }

    private static @Nullable URL url(ClassLoader loader, Found pack, String file) throws IOException {
        String resource = pack.folder() + "/" + file;
        String wanted = pack.place() + resource;
        URL first = loader.getResource(resource);
        if (first == null || first.toString().equals(wanted)) {
            return first;
        }
        return Collections.list(loader.getResources(resource)).stream()
                .filter(url -> url.toString().equals(wanted))
                .findFirst()
                .orElse(null);
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

    /** The id that the manifest of a pack gives it; empty where it gives none that can be read. */
    static String id(ClassLoader loader, Found pack) {
        Map<String, byte[]> manifest = new HashMap<>();
        try {
            read(url(loader, pack, PackFiles.MANIFEST), PackFiles.MAX_BYTES + 1, PackFiles.MANIFEST, manifest);
        } catch (IOException e) {
            throw unreadable(pack.folder(), e);
        }
        return PackFiles.of(pack.folder(), manifest).id();
    }

    static StoredPack read(ClassLoader loader, Found pack) {
        Map<String, byte[]> source = new HashMap<>();
        Map<String, byte[]> compiled = new HashMap<>();
        Map<String, byte[]> signature = new HashMap<>();
        try {
            for (String file : PackFiles.names()) {
                read(url(loader, pack, file), PackFiles.MAX_BYTES + 1, file, source);
            }
            for (String file : CompiledPack.FILES) {
                URL url = url(loader, pack, StoredPack.COMPILED + "/" + file);
                read(url, CompiledPack.most(file), file, compiled);
            }
            String file = PackStatement.FILE;
            read(url(loader, pack, file), PackStatement.MAX_BYTES + 1, file, signature);
        } catch (IOException e) {
            throw unreadable(pack.folder(), e);
        }
        return new StoredPack(
                PackFiles.of(pack.folder(), source),
                compiled,
                text(signature.get(PackStatement.FILE)),
                signed -> beside(loader, pack, signed),
                pack.shipped());
    }

    /** A class path cannot be listed: what nobody signed is not seen here, and is read by nobody either. */
    private static Map<String, String> beside(ClassLoader loader, Found pack, Set<String> signed) {
        Map<String, String> digests = new HashMap<>();
        try {
            for (String file : signed) {
                URL url = StoredPack.runs(file) ? null : url(loader, pack, file);
                if (url != null) {
                    try (InputStream in = open(url)) {
                        digests.put(file, PackStatement.digest(file, in));
                    }
                }
            }
        } catch (IOException e) {
            throw unreadable(pack.folder(), e);
        }
        return digests;
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static void read(@Nullable URL url, int most, String name, Map<String, byte[]> into) throws IOException {
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
