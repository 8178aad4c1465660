package org.complaintkit.rules.explain;

import java.util.List;

/**
 * What packs made of the events of a case, pack by pack.
 *
 * @param checks what checks said of each event, the receipt first
 * @param acts what was held against a ladder of authority
 * @param stays events that did not move the case
 */
record Happened(List<Check> checks, List<Act> acts, List<Stay> stays) {
    Happened {
        checks = List.copyOf(checks);
        acts = List.copyOf(acts);
        stays = List.copyOf(stays);
    }
}
