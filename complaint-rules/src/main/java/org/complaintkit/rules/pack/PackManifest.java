package org.complaintkit.rules.pack;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.complaintkit.policy.Consistency;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Tightening;
import org.jspecify.annotations.Nullable;

/**
 * What {@code pack.json} says.
 *
 * @param titles by language tag
 * @param effectiveFrom null where the host decides
 * @param effectiveTo null while it is open
 * @param parameters in the order of the file
 * @param consistency what the parameters must fulfil together
 * @param cumulative whether categories stand side by side
 * @param documentControl who drafted, reviewed and approved the text, its revision, and the laws and circulars it names
 * @param tightenings what it asks of packs above it
 * @param places where each parameter, by id, each consistency rule, by its text, and each field of the pack, by name, stands
 */
record PackManifest(
        String id,
        String version,
        Map<String, String> titles,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String calendar,
        String conventions,
        ZoneId zone,
        List<Parameter> parameters,
        List<Consistency> consistency,
        boolean cumulative,
        Map<String, String> documentControl,
        List<Tightening> tightenings,
        Map<String, Position> places) {
    /** Stands where none could be read; the pack has a fault then and is never used. */
    static final PackManifest UNREAD = new PackManifest(
            "UNREAD",
            "0",
            Map.of(),
            null,
            null,
            "CN",
            "PLAIN",
            ZoneOffset.UTC,
            List.of(),
            List.of(),
            false,
            Map.of(),
            List.of(),
            Map.of());
}
