package org.complaintkit.rules.page;

import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.Proof;

/**
 * A document. Immutable.
 *
 * @param language tag of its language
 * @param blocks its parts in order
 */
public record Page(String language, String title, List<Block> blocks) {
    public Page {
        blocks = List.copyOf(blocks);
    }

    /** Collects the parts of a page; not thread-safe. */
    public static final class Builder {
        private final String language;
        private final String title;
        private final List<Block> blocks = new ArrayList<>();

        public Builder(String language, String title) {
            this.language = language;
            this.title = title;
        }

        public Builder heading(int level, String text) {
            return heading(level, text, "");
        }

        public Builder heading(int level, String text, String anchor) {
            blocks.add(new Block.Heading(level, text, anchor));
            return this;
        }

        /** A paragraph; nothing for an empty text. */
        public Builder paragraph(String text) {
            if (!text.isEmpty()) {
                blocks.add(new Block.Paragraph(text));
            }
            return this;
        }

        /** Points; nothing where there are none. */
        public Builder points(List<String> items) {
            if (!items.isEmpty()) {
                blocks.add(new Block.Points(items));
            }
            return this;
        }

        public Builder facts(List<Block.Fact> facts) {
            blocks.add(new Block.Facts(facts));
            return this;
        }

        public Builder table(List<String> header, List<List<String>> rows) {
            blocks.add(new Block.Table(header, rows, false));
            return this;
        }

        /** A table to whose rows one can point by their first cell. */
        public Builder index(List<String> header, List<List<String>> rows) {
            blocks.add(new Block.Table(header, rows, true));
            return this;
        }

        public Builder verbatim(String text) {
            blocks.add(new Block.Verbatim(text));
            return this;
        }

        public Builder drawing(Proof proof) {
            blocks.add(new Block.Drawing(proof));
            return this;
        }

        /** A part that was made elsewhere. */
        public Builder add(Block block) {
            blocks.add(block);
            return this;
        }

        public Page build() {
            return new Page(language, title, blocks);
        }
    }
}
