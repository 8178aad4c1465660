package org.complaintkit.examples.quickstart.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.Locale;
import org.complaintkit.model.Assignee;
import org.junit.jupiter.api.Test;

class CooperativeTest {
    private static final LocalDate DAY = LocalDate.of(2025, 9, 26);
    private static final Cooperative STAFF = Cooperative.read(new StringReader("""
            person,unit,roles,superior of the unit,en,zh-CN,zh-TW,away from,away to
            head,OUTLET,COMPLAINED_UNIT,UNION,Li Na,李娜,李娜,,
            second,OUTLET,COMPLAINED_UNIT,UNION,Zhang Wei,张伟,張偉,2025-10-01,2025-10-08
            product,UNION,PRODUCT_MANAGEMENT,,Zhou Min,周敏,周敏,,
            """));

    @Test
    void whoever_stands_higher_is_asked_first() {
        assertThat(owner("COMPLAINED_UNIT", "", DAY)).isEqualTo("head");
    }

    @Test
    void the_head_never_handles_a_complaint_about_the_head() {
        assertThat(owner("COMPLAINED_UNIT", "head", DAY)).isEqualTo("second");
        assertThat(owner("COMPLAINED_UNIT", "head", LocalDate.of(2025, 10, 2))).isEqualTo("second");
    }

    @Test
    void a_department_is_found_in_the_unit_above() {
        assertThat(owner("PRODUCT_MANAGEMENT", "", DAY)).isEqualTo("product");
        assertThat(owner("LEGAL", "", DAY)).isEmpty();
    }

    @Test
    void names_are_in_the_readers_script() {
        assertThat(STAFF.name("second", Locale.TAIWAN)).isEqualTo("張偉");
        assertThat(STAFF.name("nobody", Locale.ROOT)).isEqualTo("nobody");
    }

    private static String owner(String role, String party, LocalDate day) {
        return Assignee.find(STAFF, role, "OUTLET", party, day).person();
    }
}
