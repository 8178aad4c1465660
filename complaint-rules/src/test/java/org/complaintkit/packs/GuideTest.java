package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.rules.PackCheck;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pack guide is a pack: its files are taken out of the page, checked and run. */
class GuideTest {
    private static final Pattern FILE = Pattern.compile("```\\w+ file=(\\S+)\\R(.*?)\\R```", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("(?m)^(\\w+\\.csv): (.*(?:\\R(?!\\w+\\.csv: |```).*)*)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]+))?\\)");
    private static final Path GUIDE = Path.of("PACKS.md");
    private static final Path REFERENCE = Path.of("PACK-REFERENCE.md");

    @Test
    void the_pack_of_the_guide_is_without_fault_and_its_case_holds(@TempDir Path folder) throws IOException {
        write(folder);
        WorkedCase worked = new WorkedCase(new ObjectMapper()
                .readTree(Files.readString(folder.resolve("cases/cases.jsonl"), StandardCharsets.UTF_8)));

        assertThat(PackCheck.of(folder).analysed().text(Locale.ENGLISH)).isEqualTo("No fault.\n");
        try (Packs packs = Packs.folder(folder)) {
            assertThat(worked.differences(packs::get)).isEmpty();
        }
    }

    /** Three pages of sixty lines. */
    @Test
    void the_guide_is_short_enough_to_be_read() throws IOException {
        assertThat(lines(GUIDE)).hasSizeLessThanOrEqualTo(180);
    }

    /** The house that the reference invents is not written out: its rows must have the form that a table has. */
    @Test
    void the_tables_of_the_reference_have_their_columns(@TempDir Path folder) throws IOException {
        write(folder);
        Matcher tables = TABLE.matcher(Files.readString(REFERENCE, StandardCharsets.UTF_8));
        int found = 0;
        while (tables.find()) {
            Files.writeString(folder.resolve(tables.group(1)), tables.group(2) + "\n", StandardCharsets.UTF_8);
            found++;
        }

        assertThat(found).isEqualTo(9);
        assertThat(PackReader.check(folder))
                .extracting(fault -> fault.code())
                .isNotEmpty()
                .doesNotContain(
                        "UNKNOWN_FILE", "UNKNOWN_COLUMN", "COLUMN_MISSING", "COLUMN_TWICE", "ROW_LENGTH", "CELL_EMPTY");
    }

    /** The code of the reference is a test of an example. */
    @Test
    void the_code_of_the_reference_is_compiled_and_run() throws IOException {
        Path test = Path.of("../examples/vendor-pack/src/test/java/com/example/brightdesk/leasing/SwapTest.java");
        Matcher region = Pattern.compile("// REFERENCE swap\\R(.*?)\\R\\s*// REFERENCE end", Pattern.DOTALL)
                .matcher(Files.readString(test, StandardCharsets.UTF_8));
        Matcher code = Pattern.compile("```java\\R(.*?)\\R```", Pattern.DOTALL)
                .matcher(Files.readString(REFERENCE, StandardCharsets.UTF_8));

        assertThat(region.find()).isTrue();
        assertThat(code.find()).isTrue();
        assertThat(code.group(1).replaceAll("\\s+", ""))
                .isEqualTo(region.group(1).replaceAll("\\s+", ""));
    }

    @Test
    void links_lead_somewhere() throws IOException {
        for (Path page : List.of(GUIDE, REFERENCE, Path.of("RULES.md"))) {
            Matcher links = LINK.matcher(Files.readString(page, StandardCharsets.UTF_8));
            while (links.find()) {
                Path target = links.group(1).isEmpty() ? page : Path.of(links.group(1));
                assertThat(target).as(page + ": " + links.group()).exists();
                if (links.group(2) != null) {
                    assertThat(lines(target).stream()
                                    .filter(line -> line.startsWith("#"))
                                    .map(line -> line.replaceFirst("#+ ", "")
                                            .toLowerCase(Locale.ROOT)
                                            .replaceAll("[^a-z0-9 -]", "")
                                            .replace(' ', '-')))
                            .contains(links.group(2));
                }
            }
        }
    }

    private static List<String> lines(Path page) throws IOException {
        return Files.readAllLines(page, StandardCharsets.UTF_8);
    }

    private static void write(Path folder) throws IOException {
        Matcher files = FILE.matcher(Files.readString(GUIDE, StandardCharsets.UTF_8));
        while (files.find()) {
            Path file = folder.resolve(files.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, files.group(2) + "\n", StandardCharsets.UTF_8);
        }
    }
}
