package org.complaintkit.rules.pack;

import java.util.Map;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Parameter;
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
                "UNKNOWN_CONVENTION",
                "no set of conventions has this name",
                policy.conventions(),
                Conventions.names(),
                PackFiles.MANIFEST,
                place("conventions"));
        policy.parameters().declared().values().forEach(this::check);
    }

    private Position place(String name) {
        return places.getOrDefault(name, Position.WHOLE_FILE);
    }

    private void check(Parameter parameter) {
        References.clauseIds(parameter.clause())
                .forEach(id -> references.clause(id, PackFiles.MANIFEST, place(parameter.id())));
        if (!policy.vocabulary().knows("PARAMETER", parameter.id())) {
            faults.add(
                    "LABEL_MISSING",
                    PackFiles.MANIFEST,
                    place(parameter.id()),
                    parameter.id(),
                    "vocabulary.csv names no PARAMETER " + parameter.id(),
                    "add a row with labels in three languages");
        }
        if (parameter.kind() == Parameter.Kind.CODE) {
            String code = parameter.initial().toString();
            references.code(parameter.unit(), code, PackFiles.MANIFEST, place(parameter.id()));
            if (parameter.unit().equals("ROLE") && !Roles.mayHandle(code)) {
                faults.add(
                        "ROLE_CANNOT_HANDLE",
                        PackFiles.MANIFEST,
                        place(parameter.id()),
                        code,
                        "neither the person complained about nor the customer handles a complaint",
                        "name a unit or an officer");
            }
        } else if (parameter.kind() != Parameter.Kind.NUMBER) {
            initial(parameter);
        }
    }

    /** A default is held against the same rules as a value that an institution sets. */
    private void initial(Parameter parameter) {
        try {
            policy.parameters().with(Map.of(parameter.id(), parameter.initial()));
        } catch (InvalidInputException e) {
            faults.add(e, PackFiles.MANIFEST, place(parameter.id()));
        }
    }
}
