package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips in tables and manifest: each told with code and place. */
class PackFaultsTest {
    @Test
    void the_test_pack_has_no_fault() {
        assertThat(TestPack.good().faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "clauses.csv | deadline:TST-D01 | deadline:TST-D09 | UNKNOWN_ARTEFACT | 2:24",
                "clauses.csv | escalation:TST-E01 | escalation:TST-E09 | UNKNOWN_ESCALATION | 2:24",
                "duties.csv | REPLY,TST-01,TEXT,OWNER | REPLY,TST-01,TEXT,OWNR | UNKNOWN_CODE | 3:19",
                "clauses.csv | rule:TST-02 loss | rule:TST-02 lost | UNKNOWN_RULE     | 3:30",
                "clauses.csv | metadata         | meta             | UNKNOWN_WORD     | 5:21",
                "clauses.csv | TST-02 loss; rule | TST-02 loss； rule | FULL_WIDTH      | 3:30",
                "clauses.csv | metadata         |                  | CELL_EMPTY       | 5:21",
                "clauses.csv | TST-04           | TST-03           | DUPLICATE_ID     | 5:1",
                "clauses.csv | form:F-TST-1     | form:F-TST-2     | UNKNOWN_ARTEFACT | 4:30",
                "clauses.csv | 按时答复。        |                  | LABEL_MISSING    | 2:130",
                "clauses.csv | executed_by      | executedby       | UNKNOWN_COLUMN   | 1:16",
                "clauses.csv | executed_by      | executedby       | COLUMN_MISSING   | 1:1",
                "clauses.csv | Art. 4           | Art, 4           | ROW_LENGTH       | 5:59",
                "clauses.csv | \"The department | \"\"The department | CSV_QUOTE        | 4:126",
                "vocabulary.csv | CATEGORY,CRIME | CATEGORY,PRODUCT | DUPLICATE_ID    | 4:10",
                "vocabulary.csv | 犯罪,犯罪      | 犯罪,            | LABEL_MISSING     | 4:25",
                "vocabulary.csv | ,ATTITUDE,    | ,ATTI\"TUDE,      | MALFORMED_CODE   | 2:10",
                "deadlines.csv | {tst.days}      | {tst.day}        | UNKNOWN_PARAMETER| 2:73",
                "deadlines.csv | {tst.days} working days | {tst.days} working dais | TERM_MALFORMED | 2:73",
                "deadlines.csv | READING         | READ             | UNKNOWN_WORD     | 3:16",
                "deadlines.csv | ASSIGNED_EVENT  | ASIGNED_EVENT    | UNKNOWN_EVENT    | 3:24",
                "deadlines.csv | CONTACTED[by    | CONTACTED[[by    | EVENT_PATTERN    | 3:55",
                "deadlines.csv | PARTY           | PARTI            | UNKNOWN_CODE     | 3:55",
                "deadlines.csv | WITHDRAWN       | WITHDREW         | UNKNOWN_CODE     | 2:136",
                "deadlines.csv | TST-E01         | TST-E07          | UNKNOWN_CODE     | 2:116",
                "deadlines.csv | 75 %;           | 750 %;           | TERM_MALFORMED   | 2:97",
                "deadlines.csv | TST-D02,TST-01  | TST-D02,TST-09   | UNKNOWN_CLAUSE   | 3:9",
                "deadlines.csv | ,yes,           | ,maybe,          | UNKNOWN_WORD     | 2:129",
                "deadlines.csv | IMMEDIATE       | PROMPT           | UNKNOWN_PARAMETER| 3:77",
                "reports.csv | MONTH             | MOON             | UNKNOWN_WORD     | 2:24",
                "reports.csv | by the 10th of next month | by the tenth day | TERM_MALFORMED | 2:30",
                "escalations.csv | > LEGAL       | > LEGALL         | UNKNOWN_CODE     | 2:27",
                "escalations.csv | 1 working day | 1 day or so      | TERM_MALFORMED   | 3:47",
                "duties.csv | REPLY,             | REPLAY,          | UNKNOWN_CODE     | 3:1",
                "forms.csv | FORM_RETURNED,RESULT | CONTACTED,RESULT | FORM_EVENTS_DIFFER | 3:9",
                "forms.csv | RESULT,no           | RESLT,no         | LABEL_MISSING    | 3:23",
                "lifecycle.csv | REGISTERED?RECEIVED | REGISTERED?RECIEVED | UNKNOWN_CODE | 3:1",
                "lifecycle.csv | ,CLOSED,        | ,CLOSD,          | UNKNOWN_CODE     | 4:22",
                "lifecycle.csv | NO_BLOCKING_DUTY| NO_DUTY          | UNKNOWN_WORD     | 4:29",
                "precedence.csv | CRIME,1        | CRIME,first      | MALFORMED_VALUE  | 2:16",
                "precedence.csv | complexity     | complexety       | UNKNOWN_ANSWER   | 5:1",
                "precedence.csv | ATTITUDE       | ATITUDE          | UNKNOWN_CODE     | 4:10",
                "pack.json | \"version\": \"1.0.0\" | \"versoin\": \"1.0.0\" | UNKNOWN_FIELD | 3:14",
                "pack.json | \"TST\"            | \"tst\"           | MALFORMED_VALUE  | 2:9",
                "pack.json | LEDGER             | LEGER             | UNKNOWN_CONVENTION | 8:18",
                "pack.json | Asia/Shanghai      | Asia/Shangri-La   | MALFORMED_VALUE  | 9:11",
                "pack.json | \"2024-01-01\"     | \"2024-02-30\"    | MALFORMED_VALUE  | 5:20",
                "pack.json | \"default\": 50000 | \"default\": -1   | PARAMETER_RANGE  | 13:69",
                "pack.json | \"default\": 50000 | \"default\": \"5\" | NUMBER_EXPECTED | 13:69",
                "pack.json | \"2 hours\"        | \"2 hors\"        | PARAMETER_VALUE  | 12:5",
                "pack.json | \"LEGAL\"          | \"LEGALS\"        | UNKNOWN_CODE     | 16:5",
                "pack.json | \"id\": \"tst.people\" | \"id\": \"tst.loss\" | DUPLICATE_ID | 14:12",
                "pack.json | \"clause\": \"TST-03\" | \"clause\": \"TST-33\" | UNKNOWN_CLAUSE | 16:5",
                "pack.json | \"CN\",            | \"CN\"            | MALFORMED_JSON   | 8:3",
                "pack.json | {\"en\"            | {\"en\": \"x\", \"en\" | MALFORMED_JSON | 4:28",
                "amounts.csv | max(0, given       | maxi(0, given     | FORMULA          | 4:21",
                "amounts.csv | given.requestedAmount - cap | given.requestedAmount - kap | UNKNOWN_AMOUNT | 4:21",
                "amounts.csv | 2 * {tst.cap}      | 2 * {tst.kap}     | UNKNOWN_PARAMETER | 3:21",
                "amounts.csv | READING,{tst.cap}  | READING,refused   | AMOUNT_CYCLE     | 2:20",
                "amounts.csv | ,LEGAL             | ,LEGALL           | UNKNOWN_CODE     | 5:72",
                "amounts.csv | MEMO_FINISHED      | MEMO_FINISHT      | UNKNOWN_EVENT    | 5:19",
                "amounts.csv | share,TST          | Share,TST         | MALFORMED_CODE   | 5:1",
                "numbers.csv | {seq:{tst.days}}   | {sek}             | NUMBER_FORMAT    | 2:21",
                "numbers.csv | {tst.days}         | {tst.dais}        | UNKNOWN_PARAMETER | 2:21",
                "numbers.csv | MONTH              | MOON              | UNKNOWN_WORD     | 2:53",
                "numbers.csv | ASSIGNED_EVENT     |               | CELL_EMPTY | 2:6",
                "numbers.csv | ASSIGNED_EVENT     | ASSIGNED_EVNT     | UNKNOWN_EVENT    | 2:6",
                "measures.csv | QUALITY,TST-05,TEXT,M-2 | QUALITIE,TST-05,TEXT,M-2 | UNKNOWN_CODE | 3:1",
                "measures.csv | M-2               | M-1               | DUPLICATE_ID     | 3:21",
                "indicators.csv | TST-D03        | TST-D09           | UNKNOWN_REPORT   | 2:19",
                "indicators.csv | OURS;          | OURZ;             | UNKNOWN_CODE     | 2:27",
                "indicators.csv | BY_TYPE        | BY_TYP            | DIMENSION        | 2:27",
                "indicators.csv | BY_TYPE        | BY_TYPE;BY_SOURCE | SEVERAL_DIMENSIONS | 2:27",
                "indicators.csv | CLOSED         | CLOSD             | UNKNOWN_WORD     | 2:54",
                "indicators.csv | CLOSED,,,3     | CLOSED,,x,3       | OF_NOTHING       | 2:62",
                "indicators.csv | CLOSED,,,3     | CLOSED,,,0        | MALFORMED_VALUE  | 2:63",
                "indicators.csv | <= 10          | < 10              | INDICATOR_TARGET | 3:35",
                "indicators.csv | tst.days       | tst.dais          | UNKNOWN_PARAMETER | 3:44",
                "indicators.csv | ,cap,          | ,kap,             | UNKNOWN_AMOUNT   | 4:44",
                "indicators.csv | LOSS_AMOUNT,TST-02,READING,,BY_PRODUCT | RATE_PER_MILLION,TST-02,READING,, | DUPLICATE_ID | 4:1",
                "indicators.csv | REPLY_TIMELINESS_RATE | REPLY_RATE | LABEL_MISSING    | 5:1",
                "indicators.csv | ON_TIME_RATE   |                   | FIGURE_MISSING   | 5:1",
                "indicators.csv | ON_TIME_RATE   | ON_TIME           | UNKNOWN_WORD     | 5:41",
                "indicators.csv | CONTACTED      | CONTACTET         | UNKNOWN_EVENT    | 5:55",
                "clauses.csv | indicator:COUNT    | indicator:KOUNT   | UNKNOWN_ARTEFACT | 6:25",
                "clauses.csv | amount:cap         | amount:kap        | UNKNOWN_ARTEFACT | 6:25",
                "clauses.csv | measure:M-1        | measure:M-9       | UNKNOWN_ARTEFACT | 6:25",
                "clauses.csv | number:form        | number:from       | UNKNOWN_ARTEFACT | 6:25",
                "accounting.drl | cap/VIP         | cap/WIP           | UNKNOWN_CODE     | 17:19",
                "accounting.drl | F-TST-1         | F-TST-2           | UNKNOWN_CODE     | 26:22",
                "pack.json | = tst.loss           | = tst.lost        | UNKNOWN_PARAMETER | 17:5",
                "pack.json | = tst.loss           | = tst.cap         | UNKNOWN_PARAMETER | 17:5",
                "pack.json | min(tst.days, 100)   | min(tst.dais, 100) | UNKNOWN_PARAMETER | 22:5",
                "pack.json | tst.people <=        | tst.people >      | PARAMS_INCONSISTENT | 22:5",
                "pack.json | tst.from <= tst.to   | tst.from tst.to   | CONSISTENCY      | 23:14",
                "pack.json | \"past\"             | \"day\"           | UNKNOWN_WORD     | 18:5",
                "pack.json | 2030-12-31           | 2030-13-31        | PARAMETER_VALUE  | 19:5",
                "pack.json | \"revision\"         | \"revison\"       | UNKNOWN_FIELD    | 25:85",
            })
    void told_at_its_place(String file, String from, String to, String code, String at) {
        TestPack pack = TestPack.good().edited(file, from.replace("?", "|"), to == null ? "" : to.replace("?", "|"));
        assertThat(pack.faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.place()).isEqualTo(file + ":" + at);
            assertThat(fault.reason()).isNotBlank();
            assertThat(fault.suggestion()).isNotBlank();
        });
    }

    @Test
    void a_deadline_that_has_no_name_for_people_is_told_where_it_is_declared() {
        assertThat(TestPack.good()
                        .edited("vocabulary.csv", "DEADLINE,TST-D02", "DEADLINE,TST-D07")
                        .faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("LABEL_MISSING");
                    assertThat(fault.place()).isEqualTo("deadlines.csv:3:1");
                });
    }

    @Test
    void the_columns_that_a_table_lacks_are_one_fault() {
        assertThat(TestPack.good()
                        .edited("clauses.csv", "kind,executed_by", "what,by")
                        .faults())
                .filteredOn(fault -> fault.code().equals("COLUMN_MISSING"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.text()).isEqualTo("kind,executed_by"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "authority.csv | act,role,up_to,sum,when,takes_effect,finding,clause,basis | NOTHING,LEGAL,1,,,no,FORM_INCOMPLETE,TST-01,TEXT | UNKNOWN_EVENT | 2:1",
                "authority.csv | act,role,up_to,sum,when,takes_effect,finding,clause,basis | CLOSED_EVENT,LEGALS,1,,,no,FORM_INCOMPLETE,TST-01,TEXT | UNKNOWN_CODE | 2:14",
                "authority.csv | act,role,up_to,sum,when,takes_effect,finding,clause,basis | CLOSED_EVENT,*,{tst.none},,,no,FORM_INCOMPLETE,TST-01,TEXT | UNKNOWN_PARAMETER | 2:16",
                "authority.csv | act,role,up_to,sum,when,takes_effect,finding,clause,basis | CLOSED_EVENT,*,claimedLoss,,,no,FORM_INCOMPLETE,TST-01,TEXT | UNKNOWN_PARAMETER | 2:16",
                "authority.csv | act,role,up_to,sum,when,takes_effect,finding,clause,basis | CLOSED_EVENT,*,1,all,,no,FORM_INCOMPLETE,TST-01,TEXT | UNKNOWN_WORD | 2:18",
                "authority.csv | act,role,up_to,sum,when,takes_effect,finding,clause,basis | CLOSED_EVENT,*,1,,,no,NO_SUCH,TST-01,TEXT | UNKNOWN_CODE | 2:23",
                "retention.csv | id,start,keep,when,duty,clause,basis | TST-D01,CLOSED_EVENT,5 years,,SHRED,TST-01,TEXT | UNKNOWN_DUTY | 2:31",
                "retention.csv | id,start,keep,when,duty,clause,basis | TST-D01,CLOSED_EVENT,5 yeers,,REPLY,TST-01,TEXT | TERM_MALFORMED | 2:22",
                "retention.csv | id,start,keep,when,duty,clause,basis | TST-D01,,5 years,,REPLY,TST-01,TEXT | CELL_EMPTY | 2:9",
                "retention.csv | id,start,keep,when,duty,clause,basis | TST-K09,CLOSED_EVENT,5 years,,REPLY,TST-01,TEXT | LABEL_MISSING | 2:1",
                "pauses.csv | id,stops,from,to,received_from,received_to,when,clause,basis | TST-D01,TST-D77,2024-01-11,2024-01-31,,,,TST-01,TEXT | UNKNOWN_DEADLINE | 2:9",
                "pauses.csv | id,stops,from,to,received_from,received_to,when,clause,basis | TST-D01,,2024-01-11,2024-01-31,,,,TST-01,TEXT | CELL_EMPTY | 2:9",
                "pauses.csv | id,stops,from,to,received_from,received_to,when,clause,basis | TST-D01,TST-D01,,2024-01-31,,,,TST-01,TEXT | CELL_EMPTY | 2:17",
                "pauses.csv | id,stops,from,to,received_from,received_to,when,clause,basis | TST-D01,TST-D01,2024-02-11,2024-01-31,,,,TST-01,TEXT | PAUSE_REVERSED | 2:17",
                "pauses.csv | id,stops,from,to,received_from,received_to,when,clause,basis | TST-D01,TST-D01,soon,2024-01-31,,,,TST-01,TEXT | REPORT_BOUND | 2:17",
                "pauses.csv | id,stops,from,to,received_from,received_to,when,clause,basis | TST-D01,TST-D01,2024-01-11,2024-01-31,{tst.none},,,TST-01,TEXT | UNKNOWN_PARAMETER | 2:39",
                "pauses.csv | id,stops,from,to,received_from,received_to,when,clause,basis | TST-D01,TST-D01,2024-01-11,2024-01-31,,,NO_SUCH,TST-01,TEXT | UNKNOWN_CODE | 2:41",
                "pauses.csv | id,stops,from,to,received_from,received_to,when,clause,basis | TST-P09,TST-D01,2024-01-11,2024-01-31,,,,TST-01,TEXT | LABEL_MISSING | 2:1",
                "marks.csv | mark,code | ANSWERED,CLOSD | UNKNOWN_CODE | 2:10",
                "marks.csv | mark,code | ANSWRED,CLOSED | UNKNOWN_WORD | 2:1"
            })
    void a_slip_in_a_table_that_few_packs_have_is_told_with_its_place(
            String file, String header, String row, String code, String at) {
        assertThat(TestPack.good().with(file, header + "\n" + row + "\n").faults())
                .extracting(PackFault::code, PackFault::place)
                .contains(org.assertj.core.groups.Tuple.tuple(code, file + ":" + at));
    }

    @Test
    void a_row_whose_id_is_taken_tells_its_other_faults_too() {
        TestPack pack = TestPack.good()
                .edited("clauses.csv", "TST-04", "TST-03")
                .edited("clauses.csv", "metadata", "")
                .edited("escalations.csv", "TST-E02", "TST-E01")
                .edited("escalations.csv", "1 working day", "1 day or so");
        assertThat(pack.faults())
                .extracting(PackFault::place, PackFault::code)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("clauses.csv:5:1", "DUPLICATE_ID"),
                        org.assertj.core.groups.Tuple.tuple("clauses.csv:5:21", "CELL_EMPTY"),
                        org.assertj.core.groups.Tuple.tuple("escalations.csv:3:1", "DUPLICATE_ID"),
                        org.assertj.core.groups.Tuple.tuple("escalations.csv:3:47", "TERM_MALFORMED"));
    }

    @Test
    void all_faults_come_in_one_run_and_in_order() {
        TestPack pack = TestPack.good()
                .edited("deadlines.csv", "IMMEDIATE", "PROMPT")
                .edited("grading.drl", "\"HIGH\"", "\"HIHG\"")
                .edited("pack.json", "LEDGER", "LEGER")
                .without("lifecycle.csv");
        assertThat(pack.faults())
                .extracting(PackFault::place, PackFault::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("deadlines.csv:3:77", "UNKNOWN_PARAMETER"),
                        org.assertj.core.groups.Tuple.tuple("grading.drl:18:18", "UNKNOWN_CODE"),
                        org.assertj.core.groups.Tuple.tuple("lifecycle.csv", "FILE_MISSING"),
                        org.assertj.core.groups.Tuple.tuple("pack.json:8:18", "UNKNOWN_CONVENTION"));
    }

    @Test
    void reading_a_faulty_pack_is_one_typed_error_with_all_of_them() {
        PackFiles files = TestPack.good()
                .edited("deadlines.csv", "IMMEDIATE", "PROMPT")
                .edited("pack.json", "LEDGER", "LEGER")
                .files();
        assertThatThrownBy(() -> PackReader.read(files)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.code()).isEqualTo("PACK_FAULTS");
            assertThat(e.at()).isEqualTo("deadlines.csv:3:77");
            assertThat(e.rule()).contains("2 faults").contains("soft.prompt").contains("LEDGER?");
        });
    }

    @Test
    void a_folder_without_manifest_is_no_pack() {
        assertThat(TestPack.good().without("pack.json").faults())
                .extracting(PackFault::code)
                .contains("FILE_MISSING");
    }

    @Test
    void another_encoding_is_told_with_its_line() {
        byte[] gbk = TestPack.good().text("vocabulary.csv").getBytes(Charset.forName("GBK"));
        assertThat(TestPack.good().with("vocabulary.csv", gbk).faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("NOT_UTF_8");
            assertThat(fault.place()).isEqualTo("vocabulary.csv:2:28");
            assertThat(fault.text()).startsWith("态度,態度");
            assertThat(fault.reason()).isEqualTo("this file is GBK, not UTF-8");
        });
    }

    @Test
    void what_else_is_wrong_in_a_file_of_another_encoding_is_told_in_the_same_run() {
        TestPack pack = TestPack.good().edited("vocabulary.csv", "CATEGORY,CRIME", "CATEGORY,PRODUCT");
        String text = pack.text("vocabulary.csv");
        assertThat(pack.with("vocabulary.csv", text.getBytes(Charset.forName("GBK")))
                        .faults())
                .extracting(PackFault::code)
                .contains("NOT_UTF_8", "DUPLICATE_ID");
        assertThat(TestPack.good()
                        .with(
                                "vocabulary.csv",
                                TestPack.good().text("vocabulary.csv").getBytes(Charset.forName("UTF-16")))
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo("this file is UTF-16, not UTF-8"));
        assertThat(TestPack.good()
                        .with("vocabulary.csv", new byte[] {'a', '\n', 'b', (byte) 0xFF, (byte) 0xFF})
                        .faults())
                .anySatisfy(fault -> {
                    assertThat(fault.reason()).isEqualTo("this line is not UTF-8 text");
                    assertThat(fault.place()).isEqualTo("vocabulary.csv:2:2");
                });
    }

    @Test
    void a_file_of_more_than_a_megabyte_is_not_read() {
        assertThat(TestPack.good()
                        .with("grading.drl", new byte[PackFiles.MAX_BYTES + 1])
                        .faults())
                .extracting(PackFault::code)
                .contains("FILE_TOO_LARGE");
    }

    @Test
    void a_table_of_endless_rows_is_cut_and_told() {
        String rows = TestPack.good().text("precedence.csv") + "category,CRIME,1,,TEXT\n".repeat(25_000);
        List<PackFault> faults = TestPack.good().with("precedence.csv", rows).faults();
        assertThat(faults).extracting(PackFault::code).contains("TOO_MANY_ROWS");
    }

    @Test
    void faults_are_kept_up_to_a_thousand() {
        String rows = TestPack.good().text("precedence.csv") + "category,CRIM,1,,TEXT\n".repeat(5_000);
        assertThat(TestPack.good().with("precedence.csv", rows).faults()).hasSize(1_000);
    }
}
