package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.rules.trust.PemKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy officer at the folder of a pack: the tea house of the guide, good and then with slips of the pen. */
class PackCommandsTest {
    private static final Pattern FILE = Pattern.compile("```\\w+ file=(\\S+)\\R(.*?)\\R```", Pattern.DOTALL);
    private static final byte[] NOTHING = {};

    @TempDir
    private Path folder;

    private Path tea = Path.of("");

    @BeforeEach
    void write() throws IOException {
        tea = folder.resolve("tea");
        Path guide = Path.of("../../complaint-rules/PACKS.md");
        Matcher files = FILE.matcher(Files.readString(guide, StandardCharsets.UTF_8));
        while (files.find()) {
            Path file = tea.resolve(files.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, files.group(2) + "\n", StandardCharsets.UTF_8);
        }
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(tea.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(tea.resolve(file), text.replace(from, to));
    }

    @Test
    void a_good_pack_has_no_error() {
        Run run = Run.of(NOTHING, "check", tea.toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_pack_beside_it_that_cannot_be_loaded_is_no_unknown_one() throws IOException {
        edit("duties.csv", "TEA_MASTER", "TEA_MISTER");
        Path other = Files.createDirectories(folder.resolve("other"));
        Run own = Run.of(NOTHING, "check", tea.toString(), "--packs", folder.toString());
        Files.writeString(other.resolve("pack.json"), "{");
        Run run = Run.of(NOTHING, "check", tea.toString(), "--packs", folder.toString());

        assertThat(own.code()).as("its own faults are told").isEqualTo(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("PACK_FAULTS", "pack.json");
    }

    @Test
    void a_finding_is_told_by_the_exit_code_and_a_warning_is_not() throws IOException {
        edit("pack.json", "\"basis\": \"TEXT\"", "\"basis\": \"DEFAULT\"");
        Run warned = Run.of(NOTHING, "check", tea.toString());
        edit("classification.drl", "\nend", """

                end
                rule "again"
                @clause("TEA-1")
                @basis("TEXT")
                when
                decide : Classification( claimedLoss > 2, claimedLoss < 2 )
                then
                decide.category("COLD_TEA");
                end""");
        Run found = Run.of(NOTHING, "check", tea.toString());

        assertThat(warned.out()).contains("0 errors, 1 warning.").doesNotContain("finding");
        assertThat(warned.code()).isZero();
        assertThat(found.out()).contains("0 errors, 1 warning. 1 finding.");
        assertThat(found.code()).isEqualTo(1);
        assertThat(Run.of(NOTHING, "check", tea.toString(), "--no-analysis").code())
                .isZero();
    }

    @Test
    void cases_of_a_pack_that_lies_in_no_folder_are_not_passed_over_in_silence() {
        Run run = Run.of(NOTHING, "docs", "RCC", "--cases");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("CASES_NOWHERE", "RCC", "name the folder");
    }

    @Test
    void a_language_that_is_not_spoken_is_refused() {
        Run run = Run.of(NOTHING, "check", tea.toString(), "--lang", "xx");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'xx' is not spoken here", "zh-TW");
    }

    @Test
    void every_slip_is_told_at_once_in_the_language_of_the_officer() throws IOException {
        edit("classification.drl", "contains \"COLD_TEA\"", "contains “COLD_TEE”");
        edit("deadlines.csv", "{tea.answer} working days", "{tea.answer} working dais");
        edit("duties.csv", "TEA_MASTER", "TEA_MISTER");

        Run run = Run.of(NOTHING, "check", tea.toString(), "--lang", "zh-CN");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("classification.drl:5:", "FULL_WIDTH", "半角", "是不是想写 COLD_TEA？")
                .contains("deadlines.csv:2:", "TERM_MALFORMED", "这不是能识别的期限")
                .contains("duties.csv:2:", "是不是想写 TEA_MASTER？");
    }

    @Test
    void programs_and_editors_read_the_same_faults() throws IOException {
        edit("duties.csv", "TEA_MASTER", "TEA_MISTER");

        JsonNode json = Run.of(NOTHING, "check", tea.toString(), "--json").answer();
        JsonNode sarif = Run.of(NOTHING, "check", tea.toString(), "--sarif").answer();

        assertThat(json.get("errors").intValue()).isEqualTo(1);
        assertThat(json.get("findings")).isEmpty();
        assertThat(sarif.at("/runs/0/results")).hasSize(json.get("faults").size());
        assertThat(sarif.at("/version").textValue()).isEqualTo("2.1.0");
    }

    @Test
    void a_signed_pack_is_trusted_until_somebody_touches_it() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path key = Files.writeString(folder.resolve("private.pem"), PemKeys.text(pair.getPrivate()));
        Path trusted = Files.createDirectory(folder.resolve("keys"));
        Files.writeString(trusted.resolve("teahouse.pem"), PemKeys.text(pair.getPublic()));
        String[] verify = {"verify", tea.toString(), "--trust", trusted.toString()};

        assertThat(Run.of(NOTHING, verify).code()).isEqualTo(1);
        Run signed = Run.of(NOTHING, "sign", tea.toString(), "--key", key.toString(), "--as", "teahouse");
        assertThat(signed.err()).isEmpty();
        assertThat(signed.out()).isEqualTo("signed by teahouse: 13 files\n");
        assertThat(Run.of(NOTHING, verify).out()).isEqualTo("signed by teahouse, unchanged since\n");
        assertThat(Run.of(NOTHING, "check", tea.toString()).code()).isZero();

        Path planted = Files.writeString(tea.resolve("gradng.drl"), "");
        Run added = Run.of(NOTHING, verify);
        assertThat(added.code()).isEqualTo(1);
        assertThat(added.err()).contains("PACK_CHANGED", "added gradng.drl");
        Files.delete(planted);
        edit("cases/cases.jsonl", "Cold tea on a Friday", "Cold tea on a Sunday");
        Run exchanged = Run.of(NOTHING, verify);
        assertThat(exchanged.code()).isEqualTo(1);
        assertThat(exchanged.err()).contains("PACK_CHANGED", "changed cases/cases.jsonl");
        edit("cases/cases.jsonl", "Cold tea on a Sunday", "Cold tea on a Friday");

        edit("deadlines.csv", "1 working day,", "2 working days,");

        Run touched = Run.of(NOTHING, verify);
        assertThat(touched.code()).isEqualTo(1);
        assertThat(touched.err()).contains("PACK_CHANGED", "changed deadlines.csv");
    }

    @Test
    void keys_that_are_no_keys_are_unusable() throws IOException {
        Path key = Files.writeString(folder.resolve("private.pem"), "not a key");

        assertThat(Run.of(NOTHING, "sign", tea.toString(), "--key", key.toString(), "--as", "x")
                        .code())
                .isEqualTo(2);
        assertThat(Run.of(NOTHING, "verify", tea.toString(), "--trust", "nowhere")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void a_limit_above_that_of_the_regulator_is_told() throws IOException {
        edit("deadlines.csv", "{tea.answer} working days", "120 working days");

        assertThat(Run.of(NOTHING, "check", tea.toString()).out()).doesNotContain("LIMIT_ABOVE_CAP");
        Run run = Run.of(NOTHING, "check", tea.toString(), "--layers", "CBR");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("LIMIT_ABOVE_CAP", "CBR-");
    }

    @Test
    void the_cases_of_a_pack_hold() {
        Run run = Run.of(NOTHING, "test", tea.toString());
        assertThat(run).isEqualTo(new Run(0, "1 of 1 cases as expected\n", ""));
    }

    @Test
    void a_case_that_does_not_hold_is_told_by_key_wanted_and_found() throws IOException {
        edit("pack.json", "\"default\": 5", "\"default\": 3");

        Run run = Run.of(NOTHING, "test", tea.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("""
                        TEA-C1 Cold tea on a Friday before National Day  (cases.jsonl:1)
                            TEA-D01.target
                                wanted  "2025-10-10"
                                found   "2025-09-30"
                        """).endsWith("0 of 1 cases as expected\n");
    }

    @Test
    void rules_clauses_and_states_of_rows_that_no_case_reaches_are_told() throws IOException {
        assertThat(Run.of(NOTHING, "test", tea.toString(), "--coverage").out()).isEqualTo("""
                        1 of 1 cases as expected
                        4 of 4 rules fire
                        0 of 3 conditions decide whether their rule applies
                            not TEA-1 cold tea: intakeCategories contains "COLD_TEA"  (classification.drl:5:30)
                            not TEA-2 the guest is answered: reachable == true  (deadlines.drl:5:25)
                            not TEA-3 an injury goes to the owner at once: labels contains "GUEST_HURT"  (escalation.drl:5:26)
                        3 of 3 clauses are reached
                        3 of 6 states of table rows are shown
                            not deadlines.csv TEA-D01: missed
                            not deadlines.csv TEA-D01: warned
                            not deadlines.csv TEA-D01: escalated
                        """);
        edit("cases/cases.jsonl", "\"facts\": [\"GUEST_HURT\"]", "\"facts\": []");
        edit("cases/cases.jsonl", "\"escalations\": [\"TEA-E01\"], ", "");

        assertThat(Run.of(NOTHING, "test", tea.toString(), "--coverage").out())
                .contains("3 of 4 rules fire\n    not TEA-3 an injury goes to the owner at once  (escalation.drl:1:1)")
                .contains("2 of 3 clauses are reached\n    not TEA-3\n");
    }

    @Test
    void cases_may_lie_in_a_spreadsheet() throws IOException {
        Files.writeString(tea.resolve("cases/more.csv"), """
                id,packs[],complaint.receivedAt,complaint.channel,complaint.intakeCategories[],expect.owner
                S1,TEA,2025-09-26T10:20:00+08:00,ON_SITE,COLD_TEA,TEA_MASTER
                S2,TEA,2025-09-26T10:20:00+08:00,ON_SITE,COLD_TEA,HOUSE_OWNER
                """);

        assertThat(Run.of(NOTHING, "test", tea.toString()).out()).contains("""
                        S2  (more.csv:3:1)
                            owner
                                wanted  "HOUSE_OWNER"
                                found   "TEA_MASTER"
                        """).endsWith("2 of 3 cases as expected\n");
    }

    @Test
    void a_case_that_cannot_be_run_is_told_and_the_others_run() throws IOException {
        Files.writeString(
                tea.resolve("cases/more.csv"),
                "id,packs[],complaint.receivedAt,complaint.channel\nS1,TEE,2025-09-26T10:20:00+08:00,ON_SITE\n");

        Run run = Run.of(NOTHING, "test", tea.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("S1", "UNKNOWN_PACK", "1 of 2 cases as expected");
    }

    @Test
    void a_line_that_is_no_case_is_told_and_the_others_run() throws IOException {
        Files.writeString(tea.resolve("cases/more.jsonl"), "{\"id\":\n");
        Files.writeString(tea.resolve("cases/more.json"), "[]");

        Run run = Run.of(NOTHING, "test", tea.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "more.json\n    CASES_UNREADABLE",
                        "more.jsonl:1\n    MALFORMED_JSON",
                        "1 of 3 cases as expected");
    }

    @Test
    void a_pack_without_cases_is_not_as_expected() throws IOException {
        Files.delete(tea.resolve("cases/cases.jsonl"));

        Run run = Run.of(NOTHING, "test", tea.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("0 of 0 cases as expected\nno case: ").contains("--missing");
    }

    @Test
    void the_cases_that_a_pack_lacks_are_printed_and_once_they_stand_with_it_it_lacks_none() throws IOException {
        Run lacking = Run.of(NOTHING, "test", tea.toString(), "--missing");
        Files.writeString(tea.resolve("cases/more.jsonl"), lacking.out());

        assertThat(lacking.code()).isEqualTo(1);
        assertThat(lacking.answers())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.has("unreviewed")).isTrue());
        assertThat(Run.of(NOTHING, "test", tea.toString(), "--missing")).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void a_pack_from_a_folder_decides_beside_those_built_in() {
        String line =
                "{\"id\":\"c1\",\"packs\":[\"TEA\",\"CBR\"],\"complaint\":{\"receivedAt\":\"2025-09-26T10:20:00+08:00\","
                        + "\"channel\":\"ON_SITE\",\"intakeCategories\":[\"COLD_TEA\"]}}";
        byte[] input = line.getBytes(StandardCharsets.UTF_8);

        assertThat(Run.of(input, "decide", "--packs", tea.toString())
                        .answer()
                        .get("owner")
                        .textValue())
                .isEqualTo("TEA_MASTER");
        assertThat(Run.of(input, "replay", "--packs", folder.toString())
                        .answer()
                        .get("owner")
                        .textValue())
                .isEqualTo("TEA_MASTER");
        assertThat(Run.of(input, "decide").answer().at("/error/code").textValue())
                .isEqualTo("UNKNOWN_PACK");
    }

    @Test
    void of_two_versions_in_folders_the_one_of_the_day_of_receipt_decides() throws IOException {
        Path second = Files.createDirectory(folder.resolve("tea-2"));
        try (Stream<Path> files = Files.list(tea)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, second.resolve(file.getFileName()));
            }
        }
        edit("pack.json", "\"effectiveTo\": null", "\"effectiveTo\": \"2025-09-26\"");
        Path manifest = second.resolve("pack.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("1.0.0", "2.0.0")
                        .replace("2025-01-01", "2025-09-27")
                        .replace("\"default\": 5", "\"default\": 3"));
        String line = "{\"id\":\"c1\",\"packs\":[\"TEA\"],\"complaint\":{\"receivedAt\":\"DAY\","
                + "\"channel\":\"ON_SITE\",\"intakeCategories\":[\"COLD_TEA\"]}}";
        String friday = line.replace("DAY", "2025-09-26T10:20:00+08:00");
        String monday = line.replace("DAY", "2025-11-03T10:20:00+08:00");

        Run run = Run.of(
                (friday + "\n" + monday).getBytes(StandardCharsets.UTF_8),
                "decide",
                "--packs",
                tea.toString(),
                "--packs",
                second.toString());
        assertThat(run.answers().get(0).at("/deadlines/0/limit").textValue()).isEqualTo("2025-10-10");
        assertThat(run.answers().get(1).at("/deadlines/0/limit").textValue()).isEqualTo("2025-11-06");
    }

    @Test
    void replay_tells_what_a_line_expects_and_does_not_get() {
        String line = "{\"id\":\"c1\",\"packs\":[\"TEA\"],\"complaint\":{\"receivedAt\":\"2025-09-26T10:20:00+08:00\","
                + "\"channel\":\"ON_SITE\",\"intakeCategories\":[\"COLD_TEA\"]},\"expect\":{\"owner\":\"X\"}}";

        Run run = Run.of(line.getBytes(StandardCharsets.UTF_8), "replay", "--packs", tea.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.answer().get("differences").toString())
                .isEqualTo("[{\"key\":\"owner\",\"wanted\":\"\\\"X\\\"\",\"found\":\"\\\"TEA_MASTER\\\"\"}]");
        Run good = Run.of(
                line.replace("X", "TEA_MASTER").getBytes(StandardCharsets.UTF_8), "replay", "--packs", tea.toString());
        assertThat(good.code()).isZero();
        assertThat(good.answer().has("differences")).isFalse();
    }

    @Test
    void what_is_no_pack_is_said_and_told_by_the_exit_code() throws IOException {
        String nowhere = folder.resolve("nowhere").toString();
        assertThat(Run.of(NOTHING, "check", nowhere).code()).isEqualTo(2);
        assertThat(Run.of(NOTHING, "check", nowhere).err()).contains("PACK_FOLDER", nowhere);
        assertThat(Run.of(NOTHING, "test", nowhere).code()).isEqualTo(2);
        edit("duties.csv", "TEA_MASTER", "TEA_MISTER");
        assertThat(Run.of(NOTHING, "test", tea.toString()).code()).isEqualTo(2);
        assertThat(Run.of(NOTHING, "test", tea.toString()).err()).contains("TEA_MASTER?");
        assertThat(Run.of(NOTHING, "check", "--json", "--sarif", tea.toString()).code())
                .isEqualTo(2);
    }

    @Test
    void what_differs_from_the_older_pack_is_told_in_terms_of_the_policy() throws IOException {
        Path old = copyOfTea("old");
        Run same = Run.of(NOTHING, "diff", old.toString(), tea.toString());
        assertThat(same.code()).isZero();

        edit("duties.csv", "TEA_MASTER", "HOUSE_OWNER");
        Run run = Run.of(NOTHING, "diff", old.toString(), tea.toString(), "--lang", "zh-CN");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("应办事项", "修改  REPLY", "角色: TEA_MASTER -> HOUSE_OWNER");
        Run json = Run.of(NOTHING, "diff", old.toString(), tea.toString(), "--json");
        assertThat(json.answer().at("/changes/0/part").asText()).isEqualTo("DUTY");
        assertThat(Run.of(NOTHING, "diff", old.toString(), "NONE").code()).isEqualTo(2);
    }

    @Test
    void past_cases_are_told_to_the_new_version_before_it_decides_any() throws IOException {
        Path old = copyOfTea("old");
        edit("duties.csv", "TEA_MASTER", "HOUSE_OWNER");
        Path cases = folder.resolve("cases.jsonl");
        Files.writeString(cases, Files.readString(tea.resolve("cases/cases.jsonl")) + "{\n");
        Path page = folder.resolve("effect.html");

        Run run = Run.of(
                NOTHING, "simulate", old.toString(), tea.toString(), cases.toString(), "--html", page.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("1 of 1 told", "1 bad lines", "Duties REPLY (TEA)", "role: TEA_MASTER -> HOUSE_OWNER");
        assertThat(Files.readString(page)).contains("<svg");
        byte[] input = Files.readAllBytes(tea.resolve("cases/cases.jsonl"));
        Run set = Run.of(input, "simulate", old.toString(), old.toString(), "--set", "tea.answer=1", "--json");
        assertThat(set.answer().at("/effects/0/cause/id").asText()).isEqualTo("tea.answer");
        assertThat(Run.of(input, "simulate", old.toString(), "RCC").code()).isEqualTo(2);
        assertThat(Run.of(input, "simulate", old.toString(), old.toString()).code())
                .isZero();
    }

    private Path copyOfTea(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.list(tea)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    @Test
    void the_handbook_of_a_folder_is_written_with_what_its_cases_cover() throws IOException {
        Path html = folder.resolve("tea.html");
        assertThat(Run.of(NOTHING, "docs", tea.toString(), "--cases", "--lang", "zh-CN", "--out", html.toString()))
                .isEqualTo(new Run(0, "", ""));
        assertThat(Files.readString(html))
                .startsWith("<!DOCTYPE html>")
                .contains("茶馆投诉办法", "1 个中 1 个符合预期", "如果标签包含“客人受伤”，那么发出上报“受伤事件报告店主（TEA-E01）”。");
        Path markdown = folder.resolve("tea.md");
        Run written = Run.of(NOTHING, "docs", tea.toString(), "--out", markdown.toString());
        Run printed = Run.of(NOTHING, "docs", tea.toString());
        assertThat(written).isEqualTo(new Run(0, "", ""));
        assertThat(Files.readString(markdown)).isEqualTo(printed.out());
        assertThat(Run.of(NOTHING, "docs", tea.toString(), "--out", folder.toString()))
                .isEqualTo(new Run(2, "", "cannot write " + folder + System.lineSeparator()));
        assertThat(printed.out())
                .startsWith("# Complaints of a tea house: policy handbook\n")
                .contains("If the labels include “a guest was hurt”, then");
    }

    @Test
    void the_handbook_of_a_pack_that_is_not_there_is_refused() {
        Run run = Run.of(NOTHING, "docs", "NOWHERE");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("NOWHERE");
    }
}
