package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pack guide is a pack: its files are taken out of the page, checked and run. */
class GuideTest {
    private static final Pattern FILE = Pattern.compile("```\\w+ file=(\\S+)\\R(.*?)\\R```", Pattern.DOTALL);

    @Test
    void the_pack_of_the_guide_is_without_fault_and_its_case_holds(@TempDir Path folder) throws IOException {
        Matcher files = FILE.matcher(Files.readString(Path.of("PACKS.md"), StandardCharsets.UTF_8));
        while (files.find()) {
            Path file = folder.resolve(files.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, files.group(2) + "\n", StandardCharsets.UTF_8);
        }
        WorkedCase worked = new WorkedCase(new ObjectMapper()
                .readTree(Files.readString(folder.resolve("cases/cases.jsonl"), StandardCharsets.UTF_8)));
        try (Packs packs = Packs.folder(folder)) {
            assertThat(worked.differences(packs::get)).isEmpty();
        }
    }
}
