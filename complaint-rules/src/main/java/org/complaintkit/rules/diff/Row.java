package org.complaintkit.rules.diff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A row of a table or a rule as texts by field, ready to be compared. Immutable. */
record Row(Part part, String file, String id, Map<String, String> cells) {
    Row {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    String clause() {
        return cells.getOrDefault("clause", "");
    }
}
