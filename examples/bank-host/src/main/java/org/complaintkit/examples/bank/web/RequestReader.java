package org.complaintkit.examples.bank.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.examples.bank.kit.Desks;
import org.complaintkit.json.EventJson;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.report.ReportBook;
import org.complaintkit.repository.CaseRepository;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Reads what a request brings: its key, its text, and the event that it tells, signed by whoever sent it. */
@Component
class RequestReader {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final Clock clock;
    private final CaseRepository repository;
    private final Vocabulary vocabulary;
    private final Map<String, Set<String>> reserved;

    RequestReader(Clock clock, CaseRepository repository, Desks desks, ReservedEvents reserved) {
        this.clock = clock;
        this.repository = repository;
        this.vocabulary = desks.vocabulary();
        this.reserved = reserved.within(vocabulary);
    }

    /**
     * The event of a case that a body tells, under the key of its request.
     *
     * @throws InvalidInputException if key or body cannot be used, or the body names a person or an id, or no
     *     role where the caller holds several
     * @throws org.springframework.security.access.AccessDeniedException if the caller may not tell it in that role
     */
    CaseEvent event(String caseId, String key, byte[] body, Authentication signedIn) {
        CaseEvent event = EventJson.read(text(body), key(key), clock.instant(), "");
        Optional<CaseEvent> stored =
                repository.load(caseId).flatMap(each -> each.value().event(key));
        return Actor.of(signedIn, vocabulary).signed(event, key, stored, reserved);
    }

    /**
     * The same of one type only.
     *
     * @throws InvalidInputException if it is of another
     */
    CaseEvent event(String type, String caseId, String key, byte[] body, Authentication signedIn) {
        return only(type, event(caseId, key, body, signedIn));
    }

    /** The filing of a report that a body tells; the report is found by what it says. */
    CaseEvent filing(String key, byte[] body, Authentication signedIn) {
        CaseEvent event = EventJson.read(text(body), key(key), clock.instant(), "");
        return only(ReportBook.FILED, Actor.of(signedIn, vocabulary).signed(event, key, Optional.empty(), reserved));
    }

    private static CaseEvent only(String type, CaseEvent event) {
        if (!event.type().equals(type)) {
            throw InvalidInputException.of("EVENT_TYPE", "event.type")
                    .rule(type + " at this address")
                    .wayOut("write that type, or send the event to the events of the case")
                    .build();
        }
        return event;
    }

    /** The text of a body; bytes that are no text are refused, not mended. */
    static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw InvalidInputException.of("MALFORMED_JSON", "body")
                    .rule("one JSON object in UTF-8")
                    .wayOut("send the text in that encoding")
                    .build();
        }
    }

    /** The id of a case that is told outside an address; the database takes no character 0. */
    static String id(String subject, String id) {
        if (id.indexOf('\0') >= 0) {
            throw InvalidInputException.of("CASE_ID", subject)
                    .rule("the id of a case")
                    .wayOut("send it as the service tells it")
                    .build();
        }
        return id;
    }

    /** A key; it is printed in logs and stands in addresses. */
    static String key(String key) {
        if (!KEY.matcher(key).matches()) {
            throw InvalidInputException.of("IDEMPOTENCY_KEY", "Idempotency-Key")
                    .rule("1 to 100 letters, digits, dots, hyphens and underscores")
                    .wayOut("send the number of the bank's own record, or a UUID; nothing that names a person")
                    .build();
        }
        return key;
    }
}
