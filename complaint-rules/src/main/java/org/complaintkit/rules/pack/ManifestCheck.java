package org.complaintkit.rules.pack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Consistency;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Parameters;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Roles;

/** Looks up what the manifest of a pack and its parameters name, and reads their terms. */
final class ManifestCheck {
    private final Policy policy;
    private final References references;
    private final Map<String, Position> places;
    private final Faults faults;

    ManifestCheck(Policy policy, References references, Map<String, Position> places, Faults faults) {
        this.policy = policy;
        this.references = references;
        this.places = places;
        this.faults = faults;
    }

    void check() {
        references.oneOf(
                FaultKind.UNKNOWN_CONVENTION.told(),
                policy.conventions(),
                Conventions.names(),
                PackFiles.MANIFEST,
                place("conventions"));
        policy.parameters().declared().values().forEach(this::check);
        policy.parameters().consistency().forEach(this::together);
        policy.tightenings()
                .forEach(each -> References.clauseIds(each.clause())
                        .forEach(id -> references.clause(
                                id, PackFiles.MANIFEST, place(ManifestReader.TIGHTENS + each.parameter()))));
    }

    /** The defaults are held against the same conditions as values that an institution sets. */
    private void together(Consistency rule) {
        Position at = place(rule.text());
        References.clauseIds(rule.clause()).forEach(id -> references.clause(id, PackFiles.MANIFEST, at));
        try {
            if (!rule.holds(policy.parameters())) {
                faults.add(FaultKind.PARAMS_INCONSISTENT.told(rule.clause()), PackFiles.MANIFEST, at, rule.text());
            }
        } catch (InvalidInputException e) {
            faults.add(e, PackFiles.MANIFEST, at);
        }
    }

    private void follows(Parameter parameter, Parameter.Same same) {
        Map<String, Parameter> declared = policy.parameters().declared();
        List<String> known = declared.values().stream()
                .filter(each -> each.kind() == parameter.kind() && !each.id().equals(parameter.id()))
                .map(Parameter::id)
                .toList();
        references.oneOf(
                FaultKind.UNKNOWN_SAME.told(parameter.kind()),
                same.other(),
                known,
                PackFiles.MANIFEST,
                place(parameter.id()));
        if (known.contains(same.other())) {
            initial(parameter);
        }
    }

    private Position place(String name) {
        return places.getOrDefault(name, Position.WHOLE_FILE);
    }

    private void check(Parameter parameter) {
        References.clauseIds(parameter.clause())
                .forEach(id -> references.clause(id, PackFiles.MANIFEST, place(parameter.id())));
        if (!policy.vocabulary().knows("PARAMETER", parameter.id())) {
            fault(FaultKind.PARAMETER_LABEL.told(parameter.id()), parameter, parameter.id());
        }
        if (parameter.kind() == Parameter.Kind.DATE
                && !Set.of(Parameter.PAST, Parameter.FUTURE).contains(parameter.unit())) {
            fault(FaultKind.DATE_UNIT.told(), parameter, parameter.unit());
        }
        if (parameter.initial() instanceof Parameter.Same same) {
            follows(parameter, same);
        } else if (parameter.kind() == Parameter.Kind.CODE) {
            String code = parameter.initial().toString();
            references.code(parameter.unit(), code, PackFiles.MANIFEST, place(parameter.id()));
            if (parameter.unit().equals("ROLE") && !Roles.mayHandle(code)) {
                fault(FaultKind.ROLE_CANNOT_HANDLE.told(), parameter, code);
            }
        } else if (parameter.kind() != Parameter.Kind.NUMBER) {
            initial(parameter);
        }
    }

    private void fault(Told told, Parameter parameter, String text) {
        faults.add(told, PackFiles.MANIFEST, place(parameter.id()), text);
    }

    /** A default is held against the same rules as a value that an institution sets. */
    private void initial(Parameter parameter) {
        try {
            String value = policy.parameters().text(parameter.id());
            Parameters.of(List.of(parameter)).with(Map.of(parameter.id(), value));
        } catch (InvalidInputException e) {
            faults.add(e, PackFiles.MANIFEST, place(parameter.id()));
        }
    }
}
