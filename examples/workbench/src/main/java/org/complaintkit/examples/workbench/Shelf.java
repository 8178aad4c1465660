package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;

/** The rule books of a run: packs are loaded once, and a set of parameters is laid over them once. */
final class Shelf {
    private static final int MOST_SETS = 100;
    private static final int MOST_DIGITS = 40;

    private final Map<Request, List<RuleBook>> known = new LinkedHashMap<>();
    private final PackFolders packs;

    Shelf(PackFolders packs) {
        this.packs = packs;
    }

    private record Request(List<String> packs, Map<String, Object> parameters) {}

    /** The fields {@code packs} and {@code params}: the institution's own pack first. */
    List<RuleBook> read(Question question) {
        List<String> ids = question.texts("packs");
        if (ids.isEmpty()) {
            throw question.missing("packs", "a list of pack ids");
        }
        Request request = new Request(ids, parameters(question));
        List<RuleBook> found = known.get(request);
        if (found != null) {
            return found;
        }
        List<RuleBook> books = books(request, question);
        if (known.size() == MOST_SETS) {
            known.remove(known.keySet().iterator().next());
        }
        known.put(request, books);
        return books;
    }

    private static Map<String, Object> parameters(Question question) {
        Map<String, Object> values = new TreeMap<>();
        question.object("params").ifPresent(params -> {
            for (String id : params.rest()) {
                params.field(id).ifPresent(value -> values.put(id, scalar(params, id, value)));
            }
        });
        return values;
    }

    private static Object scalar(Question params, String id, JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            if (Math.max(Math.abs((long) number.scale()), number.precision()) > MOST_DIGITS) {
                throw params.wrong(id, "a number of at most " + MOST_DIGITS + " digits");
            }
            return number;
        }
        if (value.isTextual() || value.isBoolean()) {
            return value.asText();
        }
        throw params.wrong(id, "a number, a text, true or false");
    }

    private List<RuleBook> books(Request request, Question question) {
        List<RuleBook> books = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < request.packs().size(); i++) {
            String id = request.packs().get(i);
            String place = question.place("packs") + "/" + i;
            if (request.packs().indexOf(id) < i) {
                throw Question.refusal("PACK_TWICE", place, "each pack once", "leave the second one out");
            }
            for (RuleBook book : Question.at(place, () -> packs.versions(id))) {
                Map<String, Object> own = new TreeMap<>(request.parameters());
                own.keySet().retainAll(book.policy().parameters().declared().keySet());
                placed.addAll(own.keySet());
                books.add(set(book, own, question));
            }
        }
        for (String id : request.parameters().keySet()) {
            if (!placed.contains(id)) {
                throw InvalidInputException.of("UNKNOWN_PARAMETER", "params")
                        .value(id)
                        .rule("a parameter that one of " + request.packs() + " declares")
                        .wayOut("correct its name, or leave it out")
                        .at(place(question, id))
                        .build();
            }
        }
        return List.copyOf(books);
    }

    /** A refusal names the parameter: that tells the place; one about several together stands at all of them. */
    private static RuleBook set(RuleBook book, Map<String, Object> values, Question question) {
        try {
            return book.with(values);
        } catch (InvalidInputException e) {
            throw e.at(values.containsKey(e.subject()) ? place(question, e.subject()) : question.place("params"));
        }
    }

    private static String place(Question question, String parameter) {
        return question.place("params") + "/" + parameter.replace("~", "~0").replace("/", "~1");
    }
}
