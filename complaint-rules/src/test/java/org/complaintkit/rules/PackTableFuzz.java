package org.complaintkit.rules;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.complaintkit.rules.pack.PackFiles;

/** Tables and manifest of a pack, the first line says which: checked to the end, or faults of one line each. */
class PackTableFuzz {
    private static final TestPack PACK = TestPack.good();
    private static final List<String> NAMES = PackFiles.names();

    @FuzzTest(maxDuration = "10m")
    void any_file_is_checked_to_its_end(byte[] bytes) {
        int line = 0;
        while (line < bytes.length && bytes[line] != '\n') {
            line++;
        }
        if (line < bytes.length) {
            byte[] rest = Arrays.copyOfRange(bytes, line + 1, bytes.length);
            FaultLines.check(PACK.with(name(Arrays.copyOf(bytes, line)), rest));
        }
    }

    /** A name that fuzzing has spoilt is one of the true names all the same. */
    private static String name(byte[] line) {
        String read = new String(line, StandardCharsets.UTF_8);
        return NAMES.contains(read) ? read : NAMES.get(Math.floorMod(Arrays.hashCode(line), NAMES.size()));
    }
}
