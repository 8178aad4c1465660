package org.complaintkit.rules.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.complaintkit.policy.PackVersion;

/** Differences for programs. */
final class DiffJson {
    private DiffJson() {}

    static String of(PackDiff diff) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        version(json.putObject("before"), diff.before());
        version(json.putObject("after"), diff.after());
        ArrayNode changes = json.putArray("changes");
        diff.changes().forEach(change -> write(changes.addObject(), change));
        return json.toString();
    }

    private static void version(ObjectNode json, PackVersion version) {
        json.put("id", version.id()).put("version", version.version()).put("digest", version.digest());
    }

    private static void write(ObjectNode json, Change change) {
        json.put("kind", change.kind().name())
                .put("part", change.part().name())
                .put("file", change.file())
                .put("id", change.id())
                .put("clause", change.clause());
        ArrayNode details = json.putArray("details");
        change.details()
                .forEach(detail -> details.addObject()
                        .put("field", detail.field())
                        .put("before", detail.before())
                        .put("after", detail.after()));
    }
}
