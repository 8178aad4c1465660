package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.api.Test;

/** What does not keep a pack from running, but is hardly meant. */
class PackRemarksTest {
    private static final String DUTIES = "code,clause,basis,role,discharged_by,blocks_closing";

    private static List<String> remarks(TestPack pack) {
        assertThat(pack.faults()).isEmpty();
        return PackReader.remarks(pack.files()).stream()
                .map(fault -> fault.code() + " " + fault.text() + " " + fault.at())
                .toList();
    }

    @Test
    void what_executes_a_clause_must_name_it() {
        TestPack claimed = TestPack.good().edited("clauses.csv", "scope,metadata", "scope,duty:REGISTER");
        assertThat(remarks(claimed)).contains("CITES_ANOTHER_CLAUSE duty:REGISTER 5:21");
    }

    @Test
    void a_row_may_serve_several_clauses_and_says_so() {
        TestPack served = TestPack.good()
                .edited("clauses.csv", "scope,metadata", "scope,duty:REGISTER")
                .edited("duties.csv", DUTIES, DUTIES + ",serves")
                .edited("duties.csv", "COMPLAINT_REGISTERED,yes", "COMPLAINT_REGISTERED,yes,TST-04")
                .edited("duties.csv", "REPLIED_TO_CUSTOMER,yes", "REPLIED_TO_CUSTOMER,yes,");
        assertThat(remarks(served)).noneMatch(each -> each.contains("duty:REGISTER"));
    }

    @Test
    void a_clause_that_a_row_serves_must_exist() {
        TestPack served = TestPack.good()
                .edited("duties.csv", DUTIES, DUTIES + ",serves")
                .edited("duties.csv", "COMPLAINT_REGISTERED,yes", "COMPLAINT_REGISTERED,yes,TST-99")
                .edited("duties.csv", "REPLIED_TO_CUSTOMER,yes", "REPLIED_TO_CUSTOMER,yes,");
        assertThat(served.faults()).extracting(PackFault::code).containsExactly("UNKNOWN_CLAUSE");
    }

    @Test
    void a_parameter_that_nothing_reads_is_told_unless_the_host_reads_it() {
        String days = "{\"id\": \"tst.days\"";
        String unread = "{\"id\": \"tst.unread\", \"kind\": \"NUMBER\", \"unit\": \"days\", \"default\": 1, \"min\": 0,"
                + " \"max\": 9, \"clause\": \"TST-01\", \"basis\": \"DEFAULT\"";
        TestPack declared = TestPack.good()
                .edited("pack.json", days, unread + "},\n    " + days)
                .edited(
                        "vocabulary.csv",
                        "kind,code,en,zh-CN,zh-TW",
                        "kind,code,en,zh-CN,zh-TW\nPARAMETER,tst.unread,x,x,x");
        assertThat(remarks(declared)).anyMatch(each -> each.startsWith("PARAMETER_UNREAD tst.unread"));
        TestPack told = declared.edited("pack.json", unread, unread + ", \"readBy\": \"HOST\"");
        assertThat(remarks(told)).noneMatch(each -> each.startsWith("PARAMETER_UNREAD tst.unread"));
        TestPack other = declared.edited("pack.json", unread, unread + ", \"readBy\": \"US\"");
        assertThat(other.faults()).extracting(PackFault::code).containsExactly("UNKNOWN_WORD");
    }

    @Test
    void a_label_that_nothing_asks_for_and_nothing_counts_is_told() {
        TestPack declared = TestPack.good()
                .edited(
                        "vocabulary.csv",
                        "kind,code,en,zh-CN,zh-TW",
                        "kind,code,en,zh-CN,zh-TW\nLABEL,NEVER_ASKED,x,x,x");
        assertThat(remarks(declared)).contains("LABEL_UNREAD NEVER_ASKED 2:7");
        TestPack counted = declared.edited("indicators.csv", "BY_OUTCOME=OURS;BY_TYPE", "BY_OUTCOME=OURS;BY_LABEL");
        assertThat(remarks(counted)).noneMatch(each -> each.startsWith("LABEL_UNREAD"));
    }
}
