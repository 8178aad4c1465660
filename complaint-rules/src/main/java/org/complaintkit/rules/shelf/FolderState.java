package org.complaintkit.rules.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.rules.trust.PackStatement;

/**
 * Names and contents of all files in a folder that are not hidden, as one digest; as far as a pack may go. A file that cannot
 * be read is part of it by its name, so that what changes beside it is seen; so is a link that leads out of the folder,
 * which no pack may have: where it leads is nobody's to read.
 */
final class FolderState extends SimpleFileVisitor<Path> {
    private static final int MOST_FILES = 2_000;
    private static final int MOST_DEPTH = 10;

    private final Path folder;
    private final Path real;
    private final Set<Path> files = new TreeSet<>();

    private FolderState(Path folder, Path real) {
        this.folder = folder;
        this.real = real;
    }

    static String of(Path folder) throws IOException {
        FolderState state = new FolderState(folder, folder.toRealPath());
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), MOST_DEPTH, state);
        return state.digest();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
        if (each.equals(folder)) {
            return FileVisitResult.CONTINUE;
        }
        if (!hidden(each) && outside(each)) {
            files.add(each);
            return FileVisitResult.SKIP_SUBTREE;
        }
        return hidden(each) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !hidden(file)) {
            files.add(file);
        }
        return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
        if (file.equals(folder)) {
            throw fault;
        }
        if (!hidden(file)) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean outside(Path file) {
        try {
            return Files.isSymbolicLink(file) && !file.toRealPath().startsWith(real);
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean hidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(bytes(folder.relativize(file) + " "));
                if (outside(file)) {
                    digest.update(bytes("outside\n"));
                    continue;
                }
                try (InputStream in = Files.newInputStream(file)) {
                    digest.update(bytes(Files.size(file) + "\n"));
                    digest.update(in.readNBytes(PackStatement.MAX_FILE_BYTES));
                } catch (IOException e) {
                    digest.update(bytes("unreadable\n"));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
