package org.complaintkit.rules.page;

import java.util.List;
import org.complaintkit.calendar.Proof;

/** A part of a page. Immutable; texts are plain, whoever writes the page escapes them. */
public sealed interface Block {
    /**
     * A heading.
     *
     * @param level 2 for a chapter, 3 for a section, 4 for what is below
     * @param anchor name of the place, unique on the page; empty for none
     */
    record Heading(int level, String text, String anchor) implements Block {}

    /** A paragraph. */
    record Paragraph(String text) implements Block {}

    /** Points, one a line. */
    record Points(List<String> items) implements Block {
        public Points {
            items = List.copyOf(items);
        }
    }

    /** Names and their values, one a line. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A name and its value. */
    record Fact(String name, String value) {}

    /**
     * A table; every row is as long as the header.
     *
     * @param anchors whether the first cell of a row names its place
     */
    record Table(List<String> header, List<List<String>> rows, boolean anchors) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Lines that are shown as they are, in letters of one width. */
    record Verbatim(String text) implements Block {}

    /** The months over which a term was counted. */
    record Drawing(Proof proof) implements Block {}
}
