package org.complaintkit.json;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.jspecify.annotations.Nullable;

/** The one value of the model that is no record: it is built, so its parts are named here. */
final class ComplaintShape extends Shape {
    private record Texts(Set<String> codes, Map<String, Object> given) {}

    private static final Type CODES = Texts.class.getRecordComponents()[0].getGenericType();
    private static final Type GIVEN = Texts.class.getRecordComponents()[1].getGenericType();

    ComplaintShape() {
        super(
                Complaint.class,
                List.of(
                        part("id", String.class, Complaint::id),
                        part("receivedAt", Instant.class, Complaint::receivedAt),
                        part("channel", String.class, Complaint::channel),
                        part("receivedBy", String.class, Complaint::receivedBy),
                        part("complainant", Complainant.class, Complaint::complainant),
                        part("intakeCategories", CODES, Complaint::intakeCategories),
                        part("facts", CODES, Complaint::facts),
                        part("causes", CODES, Complaint::causes),
                        part("demands", CODES, Complaint::demands),
                        part("claimedLoss", BigDecimal.class, Complaint::claimedLoss),
                        part("complainantCount", int.class, Complaint::complainantCount),
                        part("given", GIVEN, Complaint::given),
                        part("text", Personal.class, Complaint::text),
                        part("complainedUnit", String.class, Complaint::complainedUnit),
                        part("party", String.class, Complaint::party)));
    }

    private static Part part(String name, Type type, Function<Complaint, Object> reader) {
        return new Part(name, type, whole -> reader.apply((Complaint) whole));
    }

    @Override
    Object make(Map<String, @Nullable Object> values, String path) {
        try {
            Complaint.Builder complaint = Complaint.received(
                            text(values, "id"),
                            (Instant) Objects.requireNonNull(values.get("receivedAt")),
                            text(values, "channel"))
                    .receivedBy(text(values, "receivedBy"))
                    .complainant((Complainant) Objects.requireNonNull(values.get("complainant")))
                    .categories(codes(values, "intakeCategories"))
                    .facts(codes(values, "facts"))
                    .causes(codes(values, "causes"))
                    .demands(codes(values, "demands"))
                    .claimedLoss((BigDecimal) Objects.requireNonNull(values.get("claimedLoss")))
                    .complainantCount((Integer) Objects.requireNonNull(values.get("complainantCount")))
                    .text(((Personal) Objects.requireNonNull(values.get("text"))).reveal())
                    .about(text(values, "complainedUnit"), text(values, "party"));
            ((Map<?, ?>) Objects.requireNonNull(values.get("given")))
                    .forEach((name, value) -> complaint.given((String) name, value));
            return complaint.build();
        } catch (NullPointerException | InvalidInputException e) {
            throw StoredForm.malformed(path, "parts that make a complaint");
        }
    }

    private static String text(Map<String, @Nullable Object> values, String name) {
        return (String) Objects.requireNonNull(values.get(name));
    }

    private static List<String> codes(Map<String, @Nullable Object> values, String name) {
        List<String> codes = new ArrayList<>();
        ((Set<?>) Objects.requireNonNull(values.get(name))).forEach(code -> codes.add((String) code));
        return codes;
    }
}
