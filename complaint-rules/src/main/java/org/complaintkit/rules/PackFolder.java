package org.complaintkit.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.PackFiles;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.trust.PackStatement;
import org.jspecify.annotations.Nullable;

/** Reads a pack from a folder of the file system. */
final class PackFolder {
    private static final int MAX_FILES = 1_000;
    private static final int MAX_DEPTH = 10;
    private static final Set<String> OTHER =
            Set.of(StoredPack.COMPILED, PackStatement.FILE, "cases", "README.md", "LICENSE");

    private PackFolder() {}

    /** Reads the folder; a file whose name means nothing is a fault, since it is probably a misspelt one. */
    static StoredPack read(Path folder, Faults faults) {
        if (!Files.isDirectory(folder)) {
            throw unreadable(folder, "a folder that contains " + PackFiles.MANIFEST, null);
        }
        Map<String, byte[]> source = new HashMap<>();
        List<String> names = PackFiles.names();
        try {
            for (String file : list(folder)) {
                if (names.contains(file) && !inside(folder, file)) {
                    faults.add(FaultKind.FILE_OUTSIDE.told(), file, Position.WHOLE_FILE, file);
                } else if (names.contains(file)) {
                    source.put(file, read(folder.resolve(file), PackFiles.MAX_BYTES + 1));
                } else if (!file.startsWith(".") && !OTHER.contains(file)) {
                    faults.add(FaultKind.UNKNOWN_FILE.told().near(file, names), file, Position.WHOLE_FILE, file);
                }
            }
            return new StoredPack(
                    PackFiles.of(String.valueOf(folder.getFileName()), source),
                    compiled(folder, faults),
                    signature(folder, faults),
                    signed -> beside(folder),
                    false);
        } catch (IOException e) {
            throw unreadable(folder, "a folder whose files can be read", e);
        }
    }

    private static Map<String, String> beside(Path folder) {
        Map<String, String> digests = new TreeMap<>();
        try {
            beside(folder, "", 0, digests);
        } catch (IOException e) {
            throw unreadable(folder, "a folder whose files can be read", e);
        }
        return digests;
    }

    private static void beside(Path folder, String below, int depth, Map<String, String> digests) throws IOException {
        for (String file : list(folder.resolve(below))) {
            String name = below + file;
            Path real = folder.resolve(name);
            if (file.startsWith(".") || StoredPack.runs(name)) {
                continue;
            }
            real = real.toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                throw unreadable(folder.resolve(name), "files that all lie in the folder", null);
            }
            if (depth > MAX_DEPTH) {
                throw unreadable(folder.resolve(name), "files at most " + MAX_DEPTH + " folders deep", null);
            }
            if (Files.isDirectory(real)) {
                beside(folder, name + "/", depth + 1, digests);
            } else if (digests.size() == MAX_FILES) {
                throw unreadable(folder, "at most " + MAX_FILES + " files in all its folders", null);
            } else {
                digests.put(name, digest(name, real));
            }
        }
    }

    private static String digest(String name, Path real) throws IOException {
        if (!Files.isRegularFile(real)) {
            throw unreadable(real, "files and folders only", null);
        }
        try (InputStream in = Files.newInputStream(real)) {
            return PackStatement.digest(name, in);
        }
    }

    private static Map<String, byte[]> compiled(Path folder, Faults faults) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (String file : CompiledPack.FILES) {
            byte[] bytes = readInside(folder, StoredPack.COMPILED + "/" + file, CompiledPack.most(file), faults);
            if (bytes != null) {
                files.put(file, bytes);
            }
        }
        return files;
    }

    private static @Nullable String signature(Path folder, Faults faults) throws IOException {
        byte[] bytes = readInside(folder, PackStatement.FILE, PackStatement.MAX_BYTES + 1, faults);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] readInside(Path folder, String file, int most, Faults faults) throws IOException {
        if (!Files.exists(folder.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        if (!inside(folder, file)) {
            faults.add(FaultKind.FILE_OUTSIDE.told(), file, Position.WHOLE_FILE, file);
            return null;
        }
        return read(folder.resolve(file), most);
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names = entries.limit(MAX_FILES + 1L)
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
            if (names.size() > MAX_FILES) {
                throw unreadable(folder, "a folder of at most " + MAX_FILES + " files", null);
            }
            return names;
        }
    }

    /** A link may lead to another place in the folder, as some systems of deployment do; never out of it, nor to a device. */
    private static boolean inside(Path folder, String file) throws IOException {
        Path real = folder.resolve(file).toRealPath();
        return real.startsWith(folder.toRealPath()) && Files.isRegularFile(real);
    }

    /** Refuses to write to a place that is a link out of the folder, or to a file there that is one. */
    static void requireInside(Path folder, Path target) throws IOException {
        Path real = folder.toRealPath();
        boolean inside = target.toRealPath().startsWith(real);
        for (String file : CompiledPack.FILES) {
            Path written = target.resolve(file);
            inside = inside
                    && (!Files.isSymbolicLink(written)
                            || inside(folder, folder.relativize(written).toString()));
        }
        if (!inside) {
            throw unreadable(target, "a folder inside the folder of the pack, not a link to elsewhere", null);
        }
    }

    private static byte[] read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }

    private static InvalidInputException unreadable(Path folder, String rule, @Nullable IOException cause) {
        InvalidInputException.Builder error = InvalidInputException.of("PACK_FOLDER", "pack folder")
                .value(folder)
                .rule(rule)
                .wayOut("check the path and the rights, and what lies there besides the pack");
        return (cause == null ? error : error.cause(cause)).build();
    }
}
