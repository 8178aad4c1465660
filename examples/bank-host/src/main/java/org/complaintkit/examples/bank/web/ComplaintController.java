package org.complaintkit.examples.bank.web;

import java.net.URI;
import org.complaintkit.examples.bank.ComplaintService;
import org.complaintkit.examples.bank.ComplaintService.Written;
import org.complaintkit.examples.bank.kit.ComplaintKitProperties;
import org.complaintkit.examples.bank.kit.Desks;
import org.complaintkit.json.ComplaintJson;
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
    private final ComplaintService service;
    private final Desks desks;
    private final ComplaintKitProperties properties;
    private final RequestReader requests;

    ComplaintController(
            ComplaintService service, Desks desks, ComplaintKitProperties properties, RequestReader requests) {
        this.service = service;
        this.desks = desks;
        this.properties = properties;
        this.requests = requests;
    }

    @PostMapping(path = "/complaints", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Recorded> receive(
            @RequestHeader("Idempotency-Key") String key, @RequestBody byte[] body, Authentication signedIn) {
        Written written = service.receive(
                ComplaintJson.read(RequestReader.text(body), RequestReader.key(key), ""), signedIn.getName());
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
        CaseEvent event = requests.event(id, key, body, signedIn);
        Written written = service.handle(id, event, CaseController.version(seen));
        return ResponseEntity.ok()
                .headers(headers -> headers.setETag(CaseController.etag(written.version())))
                .body(recorded(written));
    }

    /** Asked before it is done; nothing is written. */
    @PostMapping(path = "/complaints/{id}/permission", consumes = MediaType.APPLICATION_JSON_VALUE)
    Allowed may(@PathVariable String id, @RequestBody byte[] body, Authentication signedIn) {
        CaseEvent intent = requests.event(id, "intent", body, signedIn);
        return Allowed.of(desks.of(id).may(id, intent));
    }

    private Recorded recorded(Written written) {
        return Recorded.of(written, properties.zone());
    }
}
