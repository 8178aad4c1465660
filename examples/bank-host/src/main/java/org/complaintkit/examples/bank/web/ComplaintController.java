package org.complaintkit.examples.bank.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Reason;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.Permission;
import org.complaintkit.duty.Finding;
import org.complaintkit.examples.bank.ComplaintService;
import org.complaintkit.examples.bank.ComplaintService.Written;
import org.complaintkit.examples.bank.kit.ComplaintKitProperties;
import org.complaintkit.json.CaseJson;
import org.complaintkit.json.ComplaintJson;
import org.complaintkit.json.EventJson;
import org.complaintkit.lifecycle.CaseEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happens: complaints and events. The key of a request becomes the id of what it brings, and the desk takes one id
 * once; so a request that is sent again gets the same answer and changes nothing.
 */
@RestController
class ComplaintController {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final ComplaintService service;
    private final ComplaintDesk desk;
    private final ComplaintKitProperties properties;
    private final Clock clock;

    ComplaintController(ComplaintService service, ComplaintDesk desk, ComplaintKitProperties properties, Clock clock) {
        this.service = service;
        this.desk = desk;
        this.properties = properties;
        this.clock = clock;
    }

    /** What came of a request; the case as the exchange format has it. */
    record Recorded(
            boolean effective,
            List<Found> findings,
            @JsonProperty("case") @JsonRawValue String content) {}

    /** A breach, or another fact, that was found with it. */
    record Found(String code, String about, String clause) {
        static Found of(Finding finding) {
            return new Found(finding.code(), finding.about(), finding.clause());
        }
    }

    /** Whether something may be done, and what speaks against it. */
    record Allowed(boolean allowed, List<Against> reasons) {}

    /** A clause that speaks against it. */
    record Against(String code, String clause, String basis, String pack) {
        static Against of(Reason reason) {
            return new Against(reason.code(), reason.clause(), reason.basis().name(), reason.pack());
        }
    }

    @PostMapping(path = "/complaints", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Recorded> receive(
            @RequestHeader("Idempotency-Key") String key, @RequestBody byte[] body, Authentication signedIn) {
        Written written = service.receive(
                ComplaintJson.read(text(body), checked(key), ""),
                Actor.of(signedIn).person());
        return ResponseEntity.created(URI.create("/complaints/" + key))
                .headers(headers -> headers.setETag(CaseController.etag(written.version())))
                .body(recorded(written));
    }

    @PostMapping(path = "/complaints/{id}/events", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Recorded> happened(
            @PathVariable String id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody byte[] body,
            Authentication signedIn) {
        CaseEvent event = Actor.of(signedIn).signed(event(checked(key), body), key);
        Written written = service.handle(id, event, CaseController.version(seen));
        return ResponseEntity.ok()
                .headers(headers -> headers.setETag(CaseController.etag(written.version())))
                .body(recorded(written));
    }

    /** Asked before it is done; nothing is written. */
    @PostMapping(path = "/complaints/{id}/permission", consumes = MediaType.APPLICATION_JSON_VALUE)
    Allowed may(@PathVariable String id, @RequestBody byte[] body, Authentication signedIn) {
        CaseEvent intent = Actor.of(signedIn).signed(event("intent", body), "intent");
        Permission permission = desk.may(id, intent);
        return new Allowed(
                permission.allowed(),
                permission.reasons().stream().map(Against::of).toList());
    }

    private CaseEvent event(String key, byte[] body) {
        return EventJson.read(text(body), key, clock.instant(), "");
    }

    private Recorded recorded(Written written) {
        return new Recorded(
                written.outcome().effective(),
                written.outcome().findings().stream().map(Found::of).toList(),
                CaseJson.write(written.outcome().now().id(), written.outcome().now(), properties.zone()));
    }

    /** Bytes that are no text are refused, not mended. */
    private static String text(byte[] body) {
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

    /** It is printed in logs and stands in addresses. */
    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw InvalidInputException.of("IDEMPOTENCY_KEY", "Idempotency-Key")
                    .rule("1 to 100 letters, digits, dots, hyphens and underscores")
                    .wayOut("send the number of the bank's own record, or a UUID; nothing that names a person")
                    .build();
        }
        return key;
    }
}
