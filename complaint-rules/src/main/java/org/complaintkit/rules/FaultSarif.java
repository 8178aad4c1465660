package org.complaintkit.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.rules.analysis.Finding;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.PackFault;
import org.complaintkit.rules.pack.Position;

/** Faults for editors and build servers, in the Static Analysis Results Interchange Format 2.1.0 of OASIS. */
final class FaultSarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final SourceText source;
    private final String folder;
    private final Locale locale;

    FaultSarif(SourceText source, String folder, Locale locale) {
        this.source = source;
        this.folder = folder;
        this.locale = locale;
    }

    String of(FaultList told) {
        List<PackFault> checked = told.faults();
        List<Finding> findings = told.findings();
        List<PackFault> faults = new ArrayList<>(checked);
        findings.forEach(finding -> faults.add(finding.fault()));
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        List<String> codes = rules(run.putObject("tool").putObject("driver"), faults);
        run.put("language", Vocabulary.language(locale).equals("en") ? "en-US" : Vocabulary.language(locale));
        run.put("columnKind", "utf16CodeUnits");
        run.putObject("properties")
                .put("id", told.pack().id())
                .put("version", told.pack().version())
                .put("digest", told.pack().digest());
        if (!told.complete()) {
            unlisted(run.putArray("invocations").addObject(), told);
        }
        ArrayNode results = run.putArray("results");
        checked.forEach(fault -> result(results.addObject(), fault, codes));
        for (Finding finding : findings) {
            ObjectNode result = results.addObject();
            result(result, finding.fault(), codes);
            properties(result, finding);
        }
        return log.toString();
    }

    private static void unlisted(ObjectNode invocation, FaultList told) {
        invocation.put("executionSuccessful", true);
        invocation
                .putArray("toolExecutionNotifications")
                .addObject()
                .put("level", told.unlistedErrors() > 0 ? "error" : "warning")
                .putObject("message")
                .put(
                        "text",
                        told.unlistedErrors() + " errors and " + told.unlistedWarnings() + " warnings are not listed");
    }

    /** What the codes mean, each once, whatever the faults that have it say of themselves. */
    private List<String> rules(ObjectNode driver, List<PackFault> faults) {
        driver.put("name", "complaint-kit");
        TreeMap<String, PackFault> byCode = new TreeMap<>();
        faults.forEach(fault -> byCode.putIfAbsent(fault.code(), fault));
        ArrayNode rules = driver.putArray("rules");
        byCode.forEach((code, fault) -> rules.addObject()
                .put("id", code)
                .putObject("shortDescription")
                .put("text", FaultKind.meaning(code, locale)));
        return new ArrayList<>(byCode.keySet());
    }

    private void result(ObjectNode result, PackFault fault, List<String> codes) {
        result.put("ruleId", fault.code())
                .put("ruleIndex", codes.indexOf(fault.code()))
                .put("level", fault.severity().name().toLowerCase(Locale.ROOT));
        String offending = fault.text().isEmpty() ? "" : fault.text() + ": ";
        result.putObject("message")
                .put("text", offending + fault.reason(locale) + " (" + fault.suggestion(locale) + ")");
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(fault.file()));
        region(physical, fault);
        String within = source.within(fault.file(), fault.at());
        if (!within.isEmpty()) {
            location.putArray("logicalLocations").addObject().put("name", within);
        }
    }

    /** What the format has no place for: an example, and the values of parameters on which the finding rests. */
    private static void properties(ObjectNode result, Finding finding) {
        ObjectNode properties = result.putObject("properties");
        finding.rules().forEach(properties.putArray("rules")::add);
        ObjectNode assumes = properties.putObject("assumes");
        finding.assumes().forEach(assumes::put);
        if (!finding.once().isEmpty()) {
            ObjectNode once = properties.putObject("once");
            finding.once().forEach(once::put);
        }
        properties.put("witness", finding.witness());
    }

    private void region(ObjectNode physical, PackFault fault) {
        Position at = fault.at();
        if (at.line() > 0) {
            ObjectNode region = physical.putObject("region").put("startLine", at.line());
            if (at.column() > 0) {
                region.put("startColumn", at.column());
                int length = length(fault);
                if (length > 0) {
                    region.put("endColumn", at.column() + length);
                }
            }
        }
    }

    /** As far as the place reaches, and the offending text if it begins there. */
    private int length(PackFault fault) {
        Position at = fault.at();
        boolean there = source.line(fault.file(), at.line()).startsWith(fault.text(), at.column() - 1);
        return there ? Math.max(at.length(), fault.text().length()) : at.length();
    }

    /** Relative where the folder was named so: a build server looks from the root of its checkout. */
    private String uri(String file) {
        String path = folder.isEmpty() || folder.equals(".") ? file : folder + "/" + file;
        try {
            return path.startsWith("/")
                    ? "file://" + new URI(null, null, path, null).toASCIIString()
                    : new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "file:" + file;
        }
    }
}
