package org.complaintkit.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.complaintkit.calendar.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies in a folder of cases and is none tells why, and keeps no other from being run. */
class CaseFilesTest {
    @TempDir
    private Path pack;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectory(pack.resolve("cases"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(pack.resolve("cases").resolve(name), text);
    }

    private static InvalidInputException told(PackCase unusable) {
        try {
            throw new AssertionError(unusable.answer(id -> {
                throw new AssertionError(id);
            }));
        } catch (InvalidInputException e) {
            return e;
        }
    }

    @Test
    void a_line_that_is_no_case_stands_among_the_others_with_its_place() throws IOException {
        write("a.jsonl", "{\"id\":\"A1\"}\n{\"id\":\n\n[]\n{\"id\":\"A5\"}\n");
        List<PackCase> cases = PackCase.in(pack);
        assertThat(cases).extracting(PackCase::toString).containsExactly("A1", "a.jsonl:2", "a.jsonl:4", "A5");
        assertThat(told(cases.get(1)).code()).isEqualTo("MALFORMED_JSON");
        assertThat(told(cases.get(2)).at()).isEqualTo("a.jsonl:4");
    }

    @Test
    void files_that_are_too_much_together_are_told_and_not_read() throws IOException {
        write("a.jsonl", "{\"id\":\"A1\"}");
        write("b.jsonl", "{\"id\":\"B1\"}");
        write("c.jsonl", "{}");
        List<CaseFiles.Found> found = CaseFiles.found(pack, 16);
        assertThat(found).extracting(CaseFiles.Found::text).containsExactly("{\"id\":\"A1\"}", "", "{}");
        assertThat(found.get(1).refused()).isNotNull().satisfies(e -> {
            assertThat(e.code()).isEqualTo("CASES_UNREADABLE");
            assertThat(e.at()).isEqualTo("b.jsonl");
            assertThat(e.rule()).contains("together");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,events|B1,REPLIED_TO_CUSTOMER|b.csv:2:4|events separated by semicolons",
                "id,events|B1,[{|b.csv:2:4|JSON, since it begins with a bracket",
                "id,packs[]|B1,RCC,CBR|b.csv:2:8|as many cells as the first row has headings",
                "id,complaint,complaint.channel|B1,x,PHONE|b.csv:2:6|another column of the row has filled",
                "id,expect.deadlines.limit|B1,2025-01-01|b.csv:2:4|expect.deadlines.ID.limit"
            })
    void a_row_of_a_spreadsheet_is_told_by_its_cell(String headings, String row, String at, String rule)
            throws IOException {
        write("b.csv", headings + "\n" + row + "\nB2\n");
        List<PackCase> cases = PackCase.in(pack);
        assertThat(cases).hasSize(2);
        InvalidInputException told = told(cases.get(0));
        assertThat(told.code()).isEqualTo("MALFORMED_ROW");
        assertThat(told.at()).isEqualTo(at);
        assertThat(told.rule()).contains(rule);
        assertThat(cases.get(1).id()).isEqualTo("B2");
    }

    @Test
    void a_file_that_cannot_be_read_keeps_no_other_from_being_read() throws IOException {
        write("a.csv", "id\n\"B1\n");
        Files.write(pack.resolve("cases/b.jsonl"), new byte[] {(byte) 0xff});
        write("c.jsonl", "{\"id\":\"C1\"}");
        List<PackCase> cases = PackCase.in(pack);
        assertThat(cases).hasSize(3);
        assertThat(told(cases.get(0)).at()).isNotEmpty();
        assertThat(told(cases.get(1)).rule()).contains("UTF-8");
        assertThat(cases.get(2).id()).isEqualTo("C1");
    }

    @Test
    void other_files_and_folders_are_told_and_notes_left_alone() throws IOException {
        write("cases.json", "[]");
        Files.createDirectory(pack.resolve("cases/more"));
        write("README.md", "who wrote them");
        write(".hidden", "");
        List<PackCase> cases = PackCase.in(pack);
        assertThat(cases).extracting(PackCase::place).containsExactly("cases.json", "more");
        assertThat(cases).allSatisfy(each -> assertThat(told(each).rule()).contains(".jsonl or .csv"));
    }

    @Test
    void a_pack_without_a_folder_of_cases_has_none() throws IOException {
        Files.delete(pack.resolve("cases"));
        assertThat(PackCase.in(pack)).isEmpty();
        assertThatThrownBy(() -> PackCase.read("a.csv", "id\n\"B1\n")).isInstanceOf(InvalidInputException.class);
    }
}
