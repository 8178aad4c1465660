package org.complaintkit.json;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import org.complaintkit.calendar.ServiceHours;
import org.complaintkit.calendar.Term;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.EventExpression;

/** Types that are stored as one text, from which parsing makes an equal value. */
final class Scalars {
    private static final Map<Class<?>, Function<String, ?>> PARSERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(Instant.class, Instant::parse),
            Map.entry(Duration.class, Duration::parse),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(ZoneId.class, ZoneId::of),
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(Personal.class, Personal::of),
            Map.entry(Term.class, Term::parse),
            Map.entry(ServiceHours.class, ServiceHours::parse),
            Map.entry(EventExpression.class, EventExpression::parse));

    private Scalars() {}

    static boolean knows(Class<?> type) {
        return PARSERS.containsKey(type);
    }

    static String print(Class<?> type, Object value) {
        return value instanceof Personal personal ? personal.reveal() : value.toString();
    }

    static Object parse(Class<?> type, String text, String path) {
        Function<String, ?> parser = PARSERS.get(type);
        if (parser == null) {
            throw new IllegalStateException("no scalar: " + type.getName());
        }
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw StoredForm.malformed(path, "a " + type.getSimpleName());
        }
    }
}
