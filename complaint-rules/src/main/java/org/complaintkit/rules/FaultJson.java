package org.complaintkit.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.complaintkit.rules.pack.PackFault;

/** Faults for programs. */
final class FaultJson {
    private final SourceText source;
    private final Locale locale;

    FaultJson(SourceText source, Locale locale) {
        this.source = source;
        this.locale = locale;
    }

    String of(String pack, List<PackFault> faults, long errors) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("pack", pack).put("errors", errors).put("warnings", faults.size() - errors);
        ArrayNode list = json.putArray("faults");
        for (PackFault fault : faults) {
            list.addObject()
                    .put("severity", fault.severity().name())
                    .put("code", fault.code())
                    .put("file", fault.file())
                    .put("line", fault.at().line())
                    .put("column", fault.at().column())
                    .put("text", fault.text())
                    .put("within", source.within(fault.file(), fault.at()))
                    .put("reason", fault.reason(locale))
                    .put("wayOut", fault.suggestion(locale));
        }
        return json.toString();
    }
}
