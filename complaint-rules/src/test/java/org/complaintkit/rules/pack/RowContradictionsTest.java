package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.api.Test;

/** Rows of one table that cannot all be meant, or of which only one was looked at. */
class RowContradictionsTest {
    private static final String EXTENSIONS =
            "extends,into,clause,basis,granted_by,notice,cap,grounds,contents,in_writing,approved_by,moves\n";
    private static final String EXTENSION =
            "TST-D01,TST-D02,TST-01,TEXT,CONTACTED[ground=%s],REPLIED_TO_CUSTOMER,30 working days,%s,,,,\n";
    private static final String AUTHORITY = "act,role,up_to,sum,when,takes_effect,finding,clause,basis\n";
    private static final String RUNG = "CONTACTED,LEGAL,%s,each,%s,no,LATE,TST-01,TEXT\n";

    private static List<String> told(String file, String text, String code) {
        return TestPack.good().with(file, text).faults().stream()
                .filter(fault -> fault.code().equals(code))
                .map(PackFault::place)
                .toList();
    }

    private static String extension(String said, String grounds) {
        return EXTENSION.formatted(said, grounds);
    }

    @Test
    void names_are_looked_up_in_each_row_of_an_extension() {
        String rows = EXTENSIONS + extension("A", "A") + extension("B", "B").replace("REPLIED_TO", "REPLYED_TO");
        assertThat(told("extensions.csv", rows, "UNKNOWN_EVENT")).containsExactly("extensions.csv:3:49");
        String granted = EXTENSIONS + extension("A", "A") + extension("B", "B").replace("CONTACTED", "CONTACTE");
        assertThat(told("extensions.csv", granted, "UNKNOWN_EVENT")).containsExactly("extensions.csv:3:29");
    }

    @Test
    void one_decision_extends_a_deadline_by_one_row() {
        String twice = EXTENSIONS + extension("A", "A") + extension("A", "B");
        assertThat(told("extensions.csv", twice, "EXTENSION_TWICE")).containsExactly("extensions.csv:3:29");
        String apart = EXTENSIONS + extension("A", "A") + extension("B", "B");
        assertThat(told("extensions.csv", apart, "EXTENSION_TWICE")).isEmpty();
    }

    @Test
    void a_ladder_has_one_rung_a_role() {
        String twice = AUTHORITY + RUNG.formatted("500", "") + RUNG.formatted("5000", "");
        assertThat(told("authority.csv", twice, "AUTHORITY_TWICE")).containsExactly("authority.csv:3:11");
        String apart = AUTHORITY + RUNG.formatted("500", "") + RUNG.formatted("5000", "MAJOR");
        assertThat(told("authority.csv", apart, "AUTHORITY_TWICE")).isEmpty();
    }

    @Test
    void all_rows_of_a_form_are_delivered_in_one_way_and_a_later_one_may_leave_it_out() {
        String rows = TestPack.good().text("forms.csv");
        assertThat(told("forms.csv", rows.replace("FORM_RETURNED,RESULT", ",RESULT"), "FORM_EVENTS_DIFFER"))
                .isEmpty();
        PackFault fault = TestPack.good()
                .with("forms.csv", rows.replace("FORM_RETURNED,HANDLER", ",HANDLER"))
                .faults()
                .get(0);
        assertThat(fault.place()).isEqualTo("forms.csv:3:9");
        assertThat(fault.reason(Locale.ENGLISH)).contains("F-TST-1", "line 2");
    }
}
