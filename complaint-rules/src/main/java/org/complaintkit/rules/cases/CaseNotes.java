package org.complaintkit.rules.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.complaintkit.policy.Nearest;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.Told;

/**
 * Tells what is wrong in one worked case, each at its place. What stands there is told where it is a slip of the pen or
 * what the authors expect; anything else that a customer may have said is named by its field.
 *
 * @param file in which the case stands
 * @param codes what it can name
 */
record CaseNotes(String file, CasePlaces places, CaseCodes codes, Faults faults) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_./-]*");
    /** As the desk tells a role from an identifier of the host's own. */
    private static final Pattern ROLE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+|[A-Z]{4,}");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_]{0,39}");
    private static final int SHORTEST = 5;
    private static final Set<String> AUTHORS = Set.of("expect", "packs", "params", "cites", "kind", "periods");

    /** The parser's words for what a value must be, as somebody would write one. */
    private static String example(String rule) {
        if (rule.startsWith("true")) {
            return "true";
        }
        if (rule.startsWith("an object")) {
            return "{...}";
        }
        if (rule.startsWith("a list of objects")) {
            return "[{...}]";
        }
        if (rule.startsWith("a list")) {
            return "[\"...\"]";
        }
        return rule.contains("number") && !rule.startsWith("a text") ? "12" : "\"...\"";
    }

    void add(Told told, String pointer, String text) {
        faults.add(told, file, places.value(pointer), text);
    }

    /** A value that is not of the form that its field wants. */
    void form(String pointer, String rule) {
        String field = field(pointer);
        if (rule.startsWith("a date")) {
            moment(pointer);
        } else {
            add(FaultKind.CASE_VALUE.told(field, example(rule)), pointer, field);
        }
    }

    void moment(String pointer) {
        add(FaultKind.CASE_MOMENT.told(field(pointer)), pointer, field(pointer));
    }

    /** A field that is not there. */
    void lacks(String pointer, String name) {
        add(FaultKind.CASE_LACKS.told(name), pointer, name);
    }

    /** A field that there is none of. */
    void name(String pointer, FaultKind kind, Collection<String> known) {
        String name = CasePlaces.last(pointer);
        boolean near = Nearest.to(name, known).isPresent();
        String shown = near || NAME.matcher(name).matches() ? name : "?";
        faults.add(kind.told(shown).near(name, new TreeSet<>(known)), file, places.name(pointer), near ? name : shown);
    }

    /** The fields of an object that are not among these. */
    void only(JsonNode object, String pointer, FaultKind kind, Collection<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                name(CasePlaces.inner(pointer, name), kind, known);
            }
        });
    }

    /** A code of a kind, or a list of them; null says that there is none. */
    void codes(String kind, JsonNode value, String pointer) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                code(kind, value.get(i), CasePlaces.inner(pointer, i));
            }
        } else {
            code(kind, value, pointer);
        }
    }

    private void code(String kind, JsonNode value, String pointer) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isTextual()) {
            form(pointer, "a text");
            return;
        }
        if (!codes.of(kind).contains(value.textValue())) {
            unknown(codes.told(kind, value.textValue()), value.textValue(), pointer, codes.certain(kind));
        }
    }

    /** Who acts: a role where it is written as a code, else an identifier of the host's own. */
    void role(JsonNode value, String pointer) {
        if (value.isTextual() && ROLE.matcher(value.textValue()).matches()) {
            codes("ROLE", value, pointer);
        }
    }

    /** A word that may be anybody's, unless it is written as a code and but one letter away from one. */
    void word(JsonNode value, String pointer, Set<String> known) {
        String word = value.isTextual() ? value.textValue() : "";
        if (word.length() < SHORTEST || !CODE.matcher(word).matches() || known.contains(word)) {
            return;
        }
        List<String> slips = known.stream().filter(each -> slip(word, each)).toList();
        unknown(FaultKind.CASE_WORD.told().near(word, slips), word, pointer, false);
    }

    /** Whether one letter too many, too few or another makes one word of the other, or two that changed places. */
    private static boolean slip(String word, String known) {
        if (Math.abs(word.length() - known.length()) > 1 || known.length() < SHORTEST) {
            return false;
        }
        int distance = Nearest.distance(word, known);
        return distance == 1 || (distance == 2 && sorted(word).equals(sorted(known)));
    }

    private static String sorted(String word) {
        return word.chars().sorted().mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    private void unknown(Told told, String text, String pointer, boolean certain) {
        boolean slip = told.near().isPresent() || told.kind() == FaultKind.CODE_BY_LABEL;
        if (certain || slip) {
            boolean authors = AUTHORS.contains(pointer.split("/", 3)[1])
                    && CODE.matcher(text).matches();
            add(told, pointer, slip || authors ? text : field(pointer));
        }
    }

    /** The field in which a value stands. */
    static String field(String pointer) {
        String last = CasePlaces.last(pointer);
        return NUMBER.matcher(last).matches() && pointer.lastIndexOf('/') > 0
                ? field(pointer.substring(0, pointer.lastIndexOf('/')))
                : last;
    }
}
