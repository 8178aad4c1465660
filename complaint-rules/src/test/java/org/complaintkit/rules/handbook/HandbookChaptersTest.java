package org.complaintkit.rules.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chapters of a small pack, as they are printed. */
class HandbookChaptersTest {
    private final String printed = printed(TestPack.good());

    /** Rows of the tables of shipped packs, behind the names of their folders. */
    private static final String ROWS = """
            ins | INS-D01 | urgent complaint: first response | “complaint received” | “acknowledgement sent” | 30 minutes (ins.urgentResponse) |  | 75 % | anomaly in the handling (INS-E03) | cancelled by “a state is entered” (state: “withdrawn”), never gives way | INS-2.2b | default of ours |
            ins | INS-D05 | grade 1: result told to the customer | “complaint received” | “the reply” | 5 working days (ins.l1.feedback) | the limit | 1 working day | anomaly in the handling (INS-E03) | ends the handling, cancelled by “a state is entered” (state: “withdrawn”), not before “the rules ask for it”, gives way when no longer asked for | INS-3.1f | default of ours |
            ins | investigation finished (INS-D11) | extended investigation finished (INS-D12) | “extension granted” | “extension notice sent” | 10 working days (ins.investigateMax) | grounds: COMPLEX, WIDE_RANGING; moves: grade 1: result told to the customer (INS-D05), grade 2: result told to the customer (INS-D09), grade 3: definite answer (INS-D10), INS-D18/L1, INS-D18/L2, INS-D18/L3 | INS-4.1d | reading |
            ins | INS-E05 | outside institution or expert consulted | responsible department | outside institution or expert |  | INS-4.1b | text |
            ins | F-INS-1 | intake record (F-INS-1) | “registered” (form: not “ledger (F-INS-2)”) | name, contact, matter, time of the complaint | other basic data | INS-2.2c |
            ins | tracker | customer service |
            ins | claims dispute | 62 |
            ins - **In force**: at any time: the pack names no days
            cbr - **Categories**: side by side, without a primary one
            cbr | cbr.mass.windowDays | days within which they are counted, for whoever counts them | 30 | days | 1 to 366 | set more | CBR-15 | default of ours |
            cbr | result told to the customer (CBR-D03) | result told to the customer within the extended limit (CBR-D04) | “extension granted” | “extension notice sent” | 60 working days (cbr.limit.most) | grounds: COMPLEX, SPECIAL_REASON; the notice says: limit\\|newLimit, reason; in writing: e-mail, letter, SMS | CBR-09b | text |
            cbr | CBR-D07 | half-year report to the regulator | half-year | before 30th of next month | complaint department | banking regulator | report late | CBR-16a | text |
            disp | DISP-D01 | window for a summary resolution | “complaint received” | “customer agreed” | 3 working days (disp.summary.days) |  |  |  | cancelled by “a state is entered” (state: “withdrawn”), lapses when missed | DISP-1.5.1 | text |
            disp | DISP-K02 | “complaint received” | 5 years (disp.retentionYears.mifid) | investment business under MiFID | erase what identifies the customer | DISP-1.9 | reading |
            disp | DISP-P01 | time left out for motor finance | final response (DISP-D04), records kept (DISP-K01), records of investment business kept (DISP-K02) | 2024-01-11 | 2026-05-31 | 2023-11-17 (disp.motor.from) to 2026-05-31 (disp.motor.to) | motor finance | DISP-APP5.2.1 | text |
            itb | “emergency payment made” | anybody | \\{itb.payment.capVip\\} = 10000 | all acts of the round | VIP customer | yes | payment cap exceeded | ITB-16b | reading |
            mfg | “plan approved” | general manager | without limit | each act |  | no | steps out of order | MFG-09.6 | text |
            """;

    /** Of a pause without bounds, of one with one bound of receipt, and of the clause that names it. */
    private static final String PAUSES = """
            id,stops,from,to,received_from,received_to,when,clause,basis
            TST-P01,TST-D02;TST-D01,2024-01-02,2024-01-03,,,,TST-01,TEXT
            TST-P02,TST-D01,2024-01-02,2024-01-03,,{tst.to},MAJOR,TST-01,READING
            """;

    private static final String LABELS = """
            DEADLINE,TST-P01,Strike,罢工,罷工
            DEADLINE,TST-P02,Flood,水灾,水災
            """;

    private static String printed(TestPack pack) {
        CheckedPack read = PackReader.read(pack.files());
        return Handbook.of(read.policy(), read.rules()).markdown(Locale.ENGLISH);
    }

    @Test
    void who_the_pack_is_and_what_each_clause_is_carried_out_by() {
        assertThat(printed).contains("""
                # Test policy: policy handbook

                - **Pack**: TST
                - **Version**: 1.0.0
                - **In force**: 2024-01-01 to open
                - **Calendar**: CN
                - **Conventions of counting**: LEDGER
                - **Time zone**: Asia/Shanghai
                - **Categories**: one primary category
                - **Approved**: 2023-12-01
                - **Documents it names**: None
                - **Drafted**: 2023-11-01
                - **Revision**: B
                """, """
                ## Clauses

                Each clause of the text in our own words, and what carries it out.

                | Id | Place | Kind | Demands | Carried out by |
                | --- | --- | --- | --- | --- |
                | TST-01 | Art. 1 | deadline | Answer in time. | deadline “Answer (TST-D01)”; deadline “First contact (TST-D02)”; duty “register the complaint”; escalation “Late answer (TST-E01)”; parameter “tst.days” |
                | TST-02 | Art. 2 | classification | Large ones are major. | rule “TST-02 loss”; rule “TST-02 many” |
                | TST-03 | Art. 3 | responsibility | The department handles it, nobody else. | rule “TST-03 owner by category”; form “Transfer form (F-TST-1)”; finding “form incomplete” |
                | TST-04 | Art. 4 | scope | Applies everywhere. | no software |
                | TST-05 | Art. 5 | numbering | Numbers, amounts, measures. | number “form”; amount “cap”; amount “refused”; measure “M-1”; indicator “number of complaints” |
                """);
    }

    @Test
    void what_the_library_makes_of_codes_those_of_the_pack_among_them() {
        TestPack marked = TestPack.good().with("marks.csv", "mark,code\nHOLDS,MEMO_FINISHED\nLEAVES,CRIME\n");
        assertThat(printed(marked))
                .contains("## What the library makes of codes")
                .contains("| keeps the records from being erased | ")
                .containsPattern("keeps the records from being erased \\|[^|\n]*(MEMO_FINISHED|memo)")
                .contains("| leaves the case to the next pack | Crime |");
        assertThat(printed).doesNotContain("leaves the case to the next pack");
    }

    @Test
    void parameters_with_their_bounds_and_what_they_follow() {
        assertThat(printed).contains("""
                ## Parameters

                | Id | Name | Value | Unit | Range | Lower layers may | Clause | Basis |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                | soft.immediate | Immediately | 2 hours | term |  | not move it | TST-01 | default of ours |
                | tst.cap | Cap | 50000 (as tst.loss) | yuan | at most 1000000 | not move it | TST-02 | reading |
                | tst.days | Days | 5 | working days |  | not move it | TST-01 | default of ours |
                | tst.department | Department | legal department |  |  | not move it | TST-03 | default of ours |
                | tst.from | From | none | date |  | not move it | TST-04 | default of ours |
                | tst.loss | Loss | 50000 | yuan | 0 to 1000000 | not move it | TST-02 | text |
                | tst.people | People | 3 | persons | at least 2 | not move it | TST-02 | default of ours |
                | tst.to | To | 2030-12-31 | date |  | not move it | TST-04 | default of ours |

                ### What parameters must fulfil together

                - tst.people &lt;= min(tst.days, 100) (TST-01)
                - tst.from &lt;= tst.to (TST-04)
                """);
    }

    @Test
    void deadlines_reports_escalations_and_duties() {
        assertThat(printed).contains("""
                ## Deadlines

                | Id | Name | Starts with | Ends with | Limit | Target | Warnings | When missed | Besides | Clause | Basis |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                | TST-D01 | Answer | “complaint received” | “the reply” | 5 working days (tst.days) | 1 working day before the limit | 75 %, 1 working day | Late answer (TST-E01), late | ends the handling, cancelled by “a state is entered” (state: “withdrawn”) | TST-01 | text |
                | TST-D02 | First contact | “assigned”, else “the rules ask for it” | “customer contacted” (by: not “person complained about”) | at once: 2 hours |  | the target |  |  | TST-01 | reading |
                """, """
                ## Reports

                | Id | Name | Period | Limit | Owner | Receiver | When missed | Clause | Basis |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                | TST-D03 | Monthly report | month | 10th of next month | complained unit | banking regulator | report late, Late answer (TST-E01) | TST-01 | default of ours |
                """, """
                ## Escalations

                | Id | Name | From | To | Within | Clause | Basis |
                | --- | --- | --- | --- | --- | --- | --- |
                | TST-E01 | Late answer | OWNER | leader in charge → legal department | at once: 2 hours | TST-01 | text |
                | TST-E02 | Media | OWNER | leader in charge | 1 working day | TST-01 | default of ours |
                """, """
                ## Duties

                | Duty | Name | Role | Fulfilled by | Holds up closing | Clause | Basis |
                | --- | --- | --- | --- | --- | --- | --- |
                | REGISTER | register the complaint | OWNER | “registered” | yes | TST-01 | text |
                | REPLY | reply to the customer | OWNER | “replied to the customer” | yes | TST-01 | text |
                """);
    }

    @Test
    void times_that_are_left_out() {
        TestPack pack = TestPack.good()
                .with("pauses.csv", PAUSES)
                .with("vocabulary.csv", TestPack.good().text("vocabulary.csv") + LABELS);
        assertThat(printed(pack)).contains("""
                ## Times left out

                | Id | Name | Stands still | First day left out | Last day left out | Received | Where | Clause | Basis |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                | TST-P01 | Strike | Answer (TST-D01), First contact (TST-D02) | 2024-01-02 | 2024-01-03 |  |  | TST-01 | text |
                | TST-P02 | Flood | Answer (TST-D01) | 2024-01-02 | 2024-01-03 | open to 2030-12-31 (tst.to) | major | TST-01 | reading |
                """);
        assertThat(printed).doesNotContain("Times left out");
    }

    @Test
    void forms_amounts_numbers_measures_and_indicators() {
        assertThat(printed).contains("""
                ## Forms

                | Form | Name | Delivered by | Required fields | Other fields | Clause |
                | --- | --- | --- | --- | --- | --- |
                | F-TST-1 | Transfer form (F-TST-1) | “transfer form returned” | Handler | Result | TST-03 |
                """, """
                ## Amounts

                | Amount | Formula | Role | Clause | Basis |
                | --- | --- | --- | --- | --- |
                | cap | \\{tst.cap\\} |  | TST-05 | reading |
                | cap/VIP | 2 \\* \\{tst.cap\\} |  | TST-05 | text |
                | refused | max(0, given.requestedAmount - cap) |  | TST-05 | text |
                | share | MEMO_FINISHED\\[by\\!=PARTY\\].factory \\* claimedLoss / 100 | legal department | TST-05 | text |
                """, """
                ## Numbers

                | Name | Event | Format | Begins again | Clause | Basis |
                | --- | --- | --- | --- | --- | --- |
                | form | “assigned” | T-\\{yy\\}\\{MM\\}\\{dd\\}-\\{seq:\\{tst.days\\}\\} | each month | TST-05 | text |
                """, """
                ## Measures

                | Cause | Measure | Clause | Basis |
                | --- | --- | --- | --- |
                | product quality problem | Test it | TST-05 | text |
                | product quality problem | Train | TST-05 | text |
                """, """
                ## Indicators

                | Indicator | Report | Broken down by | Target | Clause | Basis |
                | --- | --- | --- | --- | --- | --- |
                | number of complaints | Monthly report (TST-D03) | type | 0 | TST-02 | text |
                | complaints per million | every report |  | &lt;= 10 | TST-02 | default of ours |
                | loss amount | every report | product |  | TST-02 | reading |
                | timeliness of departments' replies | every report |  |  | TST-02 | reading |
                """);
    }

    @Test
    void which_answer_stands_and_how_a_case_moves() {
        assertThat(printed).contains("""
                ## Which answer stands where rules give several

                | Question | Answer | Rank | Clause | Basis |
                | --- | --- | --- | --- | --- |
                | category | Crime | 1 | TST-02 | text |
                | category | Product | 2 | TST-02 | reading |
                | category | Attitude | 2 | TST-02 | reading |
                | class | General | if no rule gives any | TST-02 | default of ours |
                """, """
                ## Lifecycle

                    [received]
                      ├─ “registered” ─> [registered]
                      ├─ “replied to the customer” ─> [replied]
                      └─ “merged into another case” ─> [merged into another case]
                    [registered]
                      ├─ “replied to the customer” ─> [replied]
                      └─ “merged into another case” ─> [merged into another case]
                    [replied]
                      └─ “closed” {no duty holds up closing} ─> [closed]
                    [merged into another case]
                      ├─ “stands alone again” ─> [the state before]
                      └─ “archived” ─> [archived]
                    [closed]
                    [archived]
                """, """
                | State | Event | Next state | Only if | Besides | Clause |
                | --- | --- | --- | --- | --- | --- |
                | received | “registered” | registered |  | taken as done |  |
                | received, registered | “replied to the customer” | replied |  |  | TST-01 |
                | replied | “closed” | closed | no duty holds up closing |  | TST-01 |
                """, """
                | merged into another case | “stands alone again” | the state before |  |  |  |
                | merged into another case | “archived” | archived |  |  |  |
                """);
    }

    @Test
    void rules_as_sentences_and_as_tables_of_the_columns_that_they_need() {
        assertThat(printed).contains("""
                ### Grading

                #### As sentences

                | Rule | Sentence | Clause | Basis |
                | --- | --- | --- | --- |
                | TST-02 loss | If the loss claimed is at least Loss (parameter tst.loss: 50000), then the class is “Complex”. | TST-02 | text |
                | TST-02 many | If the number of complainants is at least People (parameter tst.people: 3) or (the labels include “major” and it is not the case that (the complaint is anonymous)), then the class is “Complex”; the grade is “High”. | TST-02 | default of ours |

                #### As a decision table

                | Rule | the loss claimed | And | Then |
                | --- | --- | --- | --- |
                | TST-02 loss | ≥ Loss (parameter tst.loss: 50000) |  | the class is “Complex” |
                | TST-02 many |  | the number of complainants is at least People (parameter tst.people: 3) or (the labels include “major” and it is not the case that (the complaint is anonymous)) | the class is “Complex”; the grade is “High” |

                ### Responsibility

                #### As sentences

                | Rule | Sentence | Clause | Basis |
                | --- | --- | --- | --- |
                | TST-03 owner by category | If the category is “Product”, and the class is none of not known, “Complex”, then “product management” handles it. | TST-03 | text |
                | TST-03 owner by parameter | If the category is “Crime”, then Department (parameter tst.department: legal department) handles it. | TST-03 | default of ours |

                #### As a decision table

                | Rule | the category | the class | Then |
                | --- | --- | --- | --- |
                | TST-03 owner by category | “Product” | not not known, “Complex” | “product management” handles it |
                | TST-03 owner by parameter | “Crime” |  | Department (parameter tst.department: legal department) handles it |
                """, """
                ### Deadlines

                #### As sentences

                | Rule | Sentence | Clause | Basis |
                | --- | --- | --- | --- |
                | TST-01 answer | In every case, the deadline “Answer (TST-D01)” runs; the milestone “the reply” needs “replied to the customer”. | TST-01 | text |

                #### As a decision table

                | Rule | Then |
                | --- | --- |
                | TST-01 answer | the deadline “Answer (TST-D01)” runs; the milestone “the reply” needs “replied to the customer” |

                ### Duties and prohibitions

                This stage has no rules.
                """, """
                ### Accounting

                #### As sentences

                | Rule | Sentence | Clause | Basis |
                | --- | --- | --- | --- |
                | TST-05 counted | If the owner is “legal department”, then it counts as “counted as complaint”; the amount “refused” is due. | TST-05 | text |
                | TST-05 important | If the customer ranks as important, then the amount “cap/VIP” is due. | TST-05 | text |
                | TST-05 on the form | If the loss claimed is 0, then the matter is settled on the form “Transfer form (F-TST-1)”. | TST-05 | text |

                #### As a decision table

                | Rule | important customer | the loss claimed | the owner | Then |
                | --- | --- | --- | --- | --- |
                | TST-05 counted |  |  | “legal department” | it counts as “counted as complaint”; the amount “refused” is due |
                | TST-05 important | yes |  |  | the amount “cap/VIP” is due |
                | TST-05 on the form |  | 0 |  | the matter is settled on the form “Transfer form (F-TST-1)” |
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cbr", "disp", "ins", "itb", "mfg"})
    void a_row_of_a_shipped_pack_reads_like_this(String pack) {
        CheckedPack read = PackReader.read(Path.of("src/main/resources/org/complaintkit/packs", pack));
        String lines = Handbook.of(read.policy(), read.rules()).markdown(Locale.ENGLISH);
        List<String> rows = ROWS.lines()
                .filter(line -> line.startsWith(pack + " "))
                .map(line -> line.substring(pack.length() + 1))
                .toList();
        assertThat(rows).isNotEmpty();
        assertThat(lines.lines()).containsAll(rows);
    }
}
