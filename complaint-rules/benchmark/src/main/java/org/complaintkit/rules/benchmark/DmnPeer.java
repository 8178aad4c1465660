package org.complaintkit.rules.benchmark;

import java.io.StringReader;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** KIE DMN: a decision table for each question; the ranks are the order of the rows (FIRST), or all rows count (COLLECT). */
final class DmnPeer {
    private static final String NAMESPACE = "https://complaintkit.org/benchmark";

    private final DMNRuntime runtime;
    private final DMNModel model;

    DmnPeer() {
        Resource resource = ResourceFactory.newReaderResource(new StringReader(xml()));
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModel(NAMESPACE, "benchmark");
    }

    Verdict decide(Question question) {
        DMNContext context = runtime.newContext();
        context.set("channel", question.channel());
        context.set("intakeCategories", question.kind());
        context.set("claimedLoss", question.loss());
        context.set("complainantCount", question.persons());
        context.set("facts", List.copyOf(question.facts()));
        DMNResult result = runtime.evaluateAll(model, context);
        if (result.hasErrors()) {
            throw new IllegalStateException(result.getMessages().toString());
        }
        Set<String> labels = new TreeSet<>(question.facts());
        labels.addAll(codes(result, "label"));
        return new Verdict(
                (String) result.getContext().get("category"),
                labels,
                (String) result.getContext().get("grade"),
                (String) result.getContext().get("owner"),
                Set.copyOf(codes(result, "deadline")),
                Set.copyOf(codes(result, "escalate")));
    }

    @SuppressWarnings("unchecked")
    private static Collection<String> codes(DMNResult result, String decision) {
        Object value = result.getContext().get(decision);
        return value == null ? List.of() : (Collection<String>) value;
    }

    private static String xml() {
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" name=\"benchmark\" id=\"b\" namespace=\""
                + NAMESPACE + "\">"
                + input("channel", "string") + input("intakeCategories", "string") + input("claimedLoss", "number")
                + input("complainantCount", "number") + input("facts", "Any")
                + table("category", SixtyRules.OTHER, true, Set.of())
                + table("label", "", false, Set.of())
                + table("grade", "", true, Set.of("category", "label"))
                + table("owner", SixtyRules.NO_ONE_ELSE, true, Set.of("category", "grade"))
                + table("deadline", "", false, Set.of("grade"))
                + table("escalate", "", false, Set.of("category", "grade", "owner", "label"))
                + "</definitions>";
    }

    private static String input(String name, String type) {
        return "<inputData id=\"i_%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"%2$s\"/></inputData>"
                .formatted(name, type);
    }

    private static String table(String verb, String otherwise, boolean first, Set<String> earlier) {
        List<SixtyRules.Line> lines = SixtyRules.all().stream()
                .filter(line -> line.verb().equals(verb))
                .sorted(Comparator.comparing(SixtyRules.Line::rank))
                .toList();
        Set<String> columns = new LinkedHashSet<>();
        lines.forEach(line -> line.atoms().forEach(atom -> columns.add(column(atom))));
        StringBuilder xml =
                new StringBuilder("<decision id=\"d_%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"%2$s\"/>"
                        .formatted(verb, first ? "string" : "Any"));
        earlier.stream()
                .sorted()
                .forEach(name -> xml.append("<informationRequirement><requiredDecision href=\"#d_" + name
                        + "\"/></informationRequirement>"));
        List.of("channel", "intakeCategories", "claimedLoss", "complainantCount", "facts")
                .forEach(name -> xml.append(
                        "<informationRequirement><requiredInput href=\"#i_" + name + "\"/></informationRequirement>"));
        xml.append("<decisionTable hitPolicy=\"")
                .append(first ? "FIRST" : "COLLECT")
                .append("\">");
        columns.forEach(column -> xml.append("<input><inputExpression><text>")
                .append(column)
                .append("</text></inputExpression></input>"));
        xml.append("<output name=\"").append(verb).append("\"/>");
        lines.forEach(line -> row(xml, columns, cells(line), line.code()));
        if (!otherwise.isEmpty()) {
            row(xml, columns, Map.of(), otherwise);
        }
        return xml.append("</decisionTable></decision>").toString();
    }

    /** Labels are asked one by one: a column that says whether the list holds the code. */
    private static String column(SixtyRules.Atom atom) {
        if (!atom.field().equals("labels")) {
            return atom.field();
        }
        return atom.value().equals("VIP")
                ? "list contains(facts, \"VIP\")"
                : "list contains(label, \"" + atom.value() + "\")";
    }

    private static Map<String, String> cells(SixtyRules.Line line) {
        return line.atoms().stream().collect(Collectors.toMap(DmnPeer::column, atom -> switch (atom.operator()) {
            case ">=" -> "&gt;= " + atom.value();
            case "<" -> "&lt; " + atom.value();
            default -> atom.field().equals("labels") ? "true" : "\"" + atom.value() + "\"";
        }));
    }

    private static void row(StringBuilder xml, Set<String> columns, Map<String, String> cells, String code) {
        xml.append("<rule>");
        columns.forEach(column -> xml.append("<inputEntry><text>")
                .append(cells.getOrDefault(column, "-"))
                .append("</text></inputEntry>"));
        xml.append("<outputEntry><text>\"").append(code).append("\"</text></outputEntry></rule>");
    }
}
