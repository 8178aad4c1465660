package org.complaintkit.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Locale;
import org.complaintkit.rules.analysis.Finding;
import org.complaintkit.rules.pack.PackFault;

/** Faults for programs. */
final class FaultJson {
    private final SourceText source;
    private final Locale locale;

    FaultJson(SourceText source, Locale locale) {
        this.source = source;
        this.locale = locale;
    }

    /**
     * One object.
     *
     * @param pack what its folder is called
     */
    String of(String pack, FaultList told) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("pack", pack)
                .put("id", told.pack().id())
                .put("version", told.pack().version())
                .put("digest", told.pack().digest());
        json.put("errors", told.errors()).put("warnings", told.warnings());
        json.putObject("unlisted").put("errors", told.unlistedErrors()).put("warnings", told.unlistedWarnings());
        ArrayNode list = json.putArray("faults");
        told.faults().forEach(fault -> put(list.addObject(), fault));
        ArrayNode found = json.putArray("findings");
        told.findings().forEach(finding -> put(found.addObject(), finding));
        return json.toString();
    }

    private void put(ObjectNode json, PackFault fault) {
        json.put("severity", fault.severity().name())
                .put("code", fault.code())
                .put("file", fault.file())
                .put("line", fault.at().line())
                .put("column", fault.at().column())
                .put("text", fault.text())
                .put("within", source.within(fault.file(), fault.at()))
                .put("reason", fault.reason(locale))
                .put("wayOut", fault.suggestion(locale));
    }

    private void put(ObjectNode json, Finding finding) {
        put(json, finding.fault());
        finding.rules().forEach(json.putArray("rules")::add);
        ObjectNode assumes = json.putObject("assumes");
        finding.assumes().forEach(assumes::put);
        if (!finding.once().isEmpty()) {
            ObjectNode once = json.putObject("once");
            finding.once().forEach(once::put);
        }
        if (!finding.witness().isEmpty()) {
            json.putRawValue("witness", new RawValue(finding.witness()));
        } else if (finding.unshown()) {
            json.putNull("witness");
        }
    }
}
