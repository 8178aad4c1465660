package org.complaintkit.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.complaintkit.rules.drools.RuleCompiler;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.PackFiles;

/**
 * Compiles packs ahead, as a step of the build that ships them, so that a host starts fast and needs no compiler. Needs
 * {@code org.drools:drools-engine} on the class path.
 */
public final class PackCompiler {
    private PackCompiler() {}

    /**
     * Compiles all packs that the index of a resource folder lists.
     *
     * @param arguments the folder, such as {@code target/classes}
     * @throws IOException if files cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path resources = Path.of(arguments[0]);
        Path index = resources.resolve(PackResources.INDEX);
        if (Files.exists(index)) {
            for (String folder : PackResources.folders(Files.readString(index))) {
                compile(resources.resolve(folder));
            }
        }
    }

    /**
     * Checks and compiles the pack in a folder and writes the result beside its sources, unless what lies there is up to
     * date.
     *
     * @return whether anything was written
     * @throws org.complaintkit.calendar.InvalidInputException if the pack has faults, or the place of the result is a link
     *     out of the folder
     * @throws IOException if files cannot be written
     */
    public static boolean compile(Path folder) throws IOException {
        Faults faults = new Faults();
        StoredPack pack = PackFolder.read(folder, faults);
        faults.refuse(pack.source().name());
        if (upToDate(pack)) {
            return false;
        }
        Path target = Files.createDirectories(folder.resolve(StoredPack.COMPILED));
        PackFolder.requireInside(folder, target);
        for (Map.Entry<String, byte[]> file :
                compile(pack.source()).files(pack.source()).entrySet()) {
            Files.write(target.resolve(file.getKey()), file.getValue());
        }
        return true;
    }

    /**
     * Whether the compiled part of the pack in a folder is, to the byte, what compiling its sources gives: for whoever has
     * the pack from elsewhere and no signature.
     *
     * @throws org.complaintkit.calendar.InvalidInputException if the pack has faults
     */
    public static boolean reproduces(Path folder) {
        Faults faults = new Faults();
        StoredPack pack = PackFolder.read(folder, faults);
        faults.refuse(pack.source().name());
        Map<String, byte[]> compiled = compile(pack.source()).files(pack.source());
        return compiled.keySet().equals(pack.compiled().keySet())
                && compiled.entrySet().stream()
                        .allMatch(file ->
                                Arrays.equals(file.getValue(), pack.compiled().get(file.getKey())));
    }

    private static boolean upToDate(StoredPack pack) {
        try {
            return CompiledPack.read(pack).isPresent();
        } catch (org.complaintkit.calendar.InvalidInputException damaged) {
            return false;
        }
    }

    /** Checks and compiles in memory. */
    static CompiledPack compile(PackFiles source) {
        CheckedPack pack = PackReader.read(source);
        RuleCompiler.require(pack.policy().id());
        return new CompiledPack(RuleCompiler.compile(pack.policy().pack(), pack.rules()));
    }
}
