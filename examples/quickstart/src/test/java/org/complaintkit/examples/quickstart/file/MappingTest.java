package org.complaintkit.examples.quickstart.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingTest {
    private static final Mapping MAPPING = Mapping.read(new StringReader("""
            fact,Issue,Via,value,because
            channel,*,Web,ONLINE,a website
            channel,*,*,OTHER,nothing else is known
            category,Fraud*,*,FINANCIAL_CRIME,a crime
            category,*,*,,open
            cause,*fee*,*,HIDDEN_INFORMATION,said so
            cause,Fraud*,*,MISLEADING,said so
            """));

    @Test
    void the_first_row_that_fits_decides_a_fact_with_one_value() {
        assertThat(MAPPING.of(row("Fraud or scam", "Web")).channel()).isEqualTo("ONLINE");
        assertThat(MAPPING.of(row("Fraud or scam", "Fax")).channel()).isEqualTo("OTHER");
        assertThat(MAPPING.of(row("Fraud or scam", "Web")).categories()).containsExactly("FINANCIAL_CRIME");
    }

    @Test
    void an_empty_value_leaves_the_matter_open() {
        assertThat(MAPPING.of(row("Other", "Web")).categories()).isEmpty();
    }

    @Test
    void every_row_that_fits_adds_its_cause() {
        assertThat(MAPPING.of(row("Fraudulent fee charged", "Web")).causes())
                .containsExactly("HIDDEN_INFORMATION", "MISLEADING");
    }

    @Test
    void a_star_stands_for_any_text_and_everything_else_for_itself() {
        assertThat(MAPPING.of(row("No Fraud", "Web")).categories()).isEmpty();
        assertThat(MAPPING.of(row("fraud", "Web")).categories()).isEmpty();
    }

    @Test
    void a_fact_that_there_is_not_is_refused_with_its_line() {
        assertThatThrownBy(() -> Mapping.read(new StringReader("fact,Issue,value,because\nchanel,*,X,y\n")))
                .hasMessageContaining("UNKNOWN_FACT: fact 'chanel' at mapping line 2");
    }

    private static FileRow row(String issue, String via) {
        LocalDate day = LocalDate.of(2016, 1, 4);
        return new FileRow(2, "A", day, day, Map.of("Issue", issue, "Via", via));
    }
}
