package org.complaintkit.rules.benchmark;

import java.util.List;
import java.util.Set;

/** What each peer has to answer to a question. */
record Verdict(
        String category,
        Set<String> labels,
        String grade,
        String owner,
        Set<String> deadlines,
        Set<String> escalations) {

    Verdict(
            String category,
            Set<String> labels,
            String grade,
            String owner,
            List<String> deadlines,
            List<String> escalations) {
        this(category, Set.copyOf(labels), grade, owner, Set.copyOf(deadlines), Set.copyOf(escalations));
    }
}
