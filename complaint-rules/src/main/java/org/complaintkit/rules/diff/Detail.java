package org.complaintkit.rules.diff;

import java.util.Locale;
import org.complaintkit.rules.words.BundleTexts;

/**
 * One value that differs.
 *
 * @param field name of the value, such as {@code limit}
 * @param before as the older pack has it; empty where it has none
 * @param after as the newer pack has it; empty where it has none
 */
public record Detail(String field, String before, String after) {
    /** What people call the value; of {@code label zh-CN} the name and what it is told for. */
    public String label(Locale locale) {
        BundleTexts words = BundleTexts.of(Detail.class, "diff", locale);
        int blank = field.indexOf(' ');
        String name = blank < 0 ? field : field.substring(0, blank);
        return words.label("field." + name, name) + (blank < 0 ? "" : field.substring(blank));
    }
}
