package org.complaintkit.rules.syntax;

import org.complaintkit.rules.pack.Position;

/**
 * A word of a rule file.
 *
 * @param text as written; of a string, its content
 */
record Token(Kind kind, String text, Position at) {
    enum Kind {
        WORD,
        STRING,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String wanted) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wanted);
    }
}
