package org.complaintkit.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.pack.PackFiles;
import org.complaintkit.rules.trust.PackStatement;
import org.jspecify.annotations.Nullable;

/**
 * Reads packs from an archive without putting it on a class path. Nothing is unpacked to a disk, nothing is read further
 * than its bound, whatever the archive says of sizes; an entry that a pack does not need is refused, not passed over.
 */
final class PackArchive {
    private static final long MAX_ARCHIVE = 64L << 20;
    private static final int MAX_ENTRIES = 5_000;
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
    private static final Pattern PLAIN = Pattern.compile("(?:" + NAME + "/)*" + NAME + "/?");
    private static final Pattern AROUND = Pattern.compile(
            "META-INF/(?:MANIFEST\\.MF|complaintkit/packs|LICENSE|NOTICE|maven/.*)|LICENSE|README\\.md");
    private static final Pattern BESIDE = Pattern.compile("LICENSE|README\\.md|cases/[^/]+\\.(?:jsonl|csv|md)");

    private PackArchive() {}

    static List<StoredPack> read(Path jar) {
        try {
            if (!Files.isRegularFile(jar) || Files.size(jar) > MAX_ARCHIVE) {
                throw refused(jar, "", "a file of at most " + MAX_ARCHIVE + " bytes", null);
            }
            try (ZipFile zip = new ZipFile(jar.toFile(), StandardCharsets.UTF_8)) {
                return read(jar, zip);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused(jar, "", "an archive that can be read", e);
        }
    }

    private static List<StoredPack> read(Path jar, ZipFile zip) throws IOException {
        List<String> names = names(jar, zip);
        byte[] index = bytes(zip, PackResources.INDEX, PackFiles.MAX_BYTES);
        if (index == null) {
            throw refused(jar, PackResources.INDEX, "a list of the folders of its packs", null);
        }
        List<String> folders = PackResources.folders(new String(index, StandardCharsets.UTF_8));
        for (String name : names) {
            boolean folder = name.endsWith("/");
            boolean known = AROUND.matcher(name).matches()
                    || folders.stream().anyMatch(pack -> name.startsWith(pack + "/") && ofPack(name, pack));
            if (!folder && !known) {
                throw refused(
                        jar, name, "packs and nothing else: no classes, no services, no files of another name", null);
            }
        }
        List<StoredPack> packs = new ArrayList<>();
        Map<String, String> beside = beside(jar, zip, folders, names);
        for (String folder : folders) {
            packs.add(pack(zip, folder, beside));
        }
        return packs;
    }

    /** Names of the entries; none that means another place, none that means the same place as another. */
    private static List<String> names(Path jar, ZipFile zip) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (zip.size() > MAX_ENTRIES) {
            throw refused(jar, String.valueOf(zip.size()), "at most " + MAX_ENTRIES + " entries", null);
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (!PLAIN.matcher(name).matches() || name.contains("..")) {
                throw refused(jar, name, "entries with plain names, none hidden, inside the archive", null);
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw refused(jar, name, "each entry once, small letters and capitals being the same", null);
            }
            names.add(name);
        }
        return names;
    }

    private static boolean ofPack(String name, String folder) {
        String file = name.substring(folder.length() + 1);
        return StoredPack.runs(file) || BESIDE.matcher(file).matches();
    }

    /** Digests of all entries that are never read to run a pack; together no more than an archive may hold. */
    private static Map<String, String> beside(Path jar, ZipFile zip, List<String> folders, List<String> names)
            throws IOException {
        Map<String, String> digests = new HashMap<>();
        int left = (int) MAX_ARCHIVE;
        for (String name : names) {
            boolean beside = folders.stream()
                    .anyMatch(pack -> name.startsWith(pack + "/")
                            && BESIDE.matcher(name.substring(pack.length() + 1)).matches());
            byte[] bytes = beside ? bytes(zip, name, left + 1) : null;
            if (bytes != null) {
                left -= bytes.length;
                if (left < 0) {
                    throw refused(jar, name, "worked cases of at most " + MAX_ARCHIVE + " bytes together", null);
                }
                digests.put(name, PackStatement.digest(bytes));
            }
        }
        return digests;
    }

    private static StoredPack pack(ZipFile zip, String folder, Map<String, String> beside) throws IOException {
        Map<String, byte[]> source = new HashMap<>();
        Map<String, byte[]> compiled = new HashMap<>();
        for (String file : PackFiles.names()) {
            put(source, file, bytes(zip, folder + "/" + file, PackFiles.MAX_BYTES + 1));
        }
        for (String file : CompiledPack.FILES) {
            String entry = folder + "/" + StoredPack.COMPILED + "/" + file;
            put(compiled, file, bytes(zip, entry, CompiledPack.most(file)));
        }
        byte[] signature = bytes(zip, folder + "/" + PackStatement.FILE, PackStatement.MAX_BYTES + 1);
        return new StoredPack(
                PackFiles.of(folder, source),
                compiled,
                signature == null ? null : new String(signature, StandardCharsets.UTF_8),
                signed -> inside(folder + "/", beside),
                false);
    }

    private static Map<String, String> inside(String folder, Map<String, String> digests) {
        Map<String, String> inside = new HashMap<>();
        digests.forEach((name, digest) -> {
            if (name.startsWith(folder)
                    && BESIDE.matcher(name.substring(folder.length())).matches()) {
                inside.put(name.substring(folder.length()), digest);
            }
        });
        return inside;
    }

    private static void put(Map<String, byte[]> files, String name, byte @Nullable [] bytes) {
        if (bytes != null) {
            files.put(name, bytes);
        }
    }

    private static byte @Nullable [] bytes(ZipFile zip, String name, int most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(most);
        }
    }

    private static InvalidInputException refused(Path jar, String value, String rule, @Nullable Exception cause) {
        InvalidInputException.Builder error = InvalidInputException.of(
                        "PACK_ARCHIVE", "pack archive " + jar.getFileName())
                .value(value.replaceAll("\\p{Cntrl}", " "))
                .rule(rule)
                .wayOut("get the pack anew from its author, or read it from a folder");
        return (cause == null ? error : error.cause(cause)).build();
    }
}
