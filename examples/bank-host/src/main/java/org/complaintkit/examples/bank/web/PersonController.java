package org.complaintkit.examples.bank.web;

import java.util.List;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.examples.bank.ComplaintService;
import org.complaintkit.examples.bank.kit.Desks;
import org.complaintkit.model.Complainant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What persons may ask of their data, for whoever holds the authority DATA_PROTECTION. A customer is named by one of the
 * customer's cases, so that no name stands in an address or in a log.
 */
@RestController
class PersonController {
    private static final Logger LOG = LoggerFactory.getLogger(PersonController.class);

    /** Further cases that may name one customer. */
    private static final int MOST = 20;

    private final Desks desks;
    private final ComplaintService service;

    PersonController(Desks desks, ComplaintService service) {
        this.desks = desks;
        this.service = service;
    }

    /**
     * All that is held of whoever complains in this case, of all cases of that person; of staff, only masks. Somebody who
     * gave other contacts in other cases is named by these cases as well: {@code ?also=2026-0007&also=2026-0011}. Once the
     * data are there to be handed out, the log says which cases named the person; a refusal tells nobody anything.
     */
    @GetMapping(path = "/complaints/{id}/export", produces = MediaType.APPLICATION_JSON_VALUE)
    String ofCustomer(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> query, Authentication signedIn) {
        List<String> also =
                query.getOrDefault("also", List.of()).stream().distinct().toList();
        if (also.size() > MOST) {
            throw InvalidInputException.of("TOO_MANY_CASES", "also")
                    .rule("at most " + MOST + " further cases of one person")
                    .wayOut("name one case for each other name or contact")
                    .build();
        }
        Complainant complainant = complainant(id);
        Complainant[] further = also.stream().map(this::complainant).toArray(Complainant[]::new);
        String told = desks.current().export(complainant, further);
        LOG.atInfo()
                .addKeyValue("case", id)
                .addKeyValue("also", String.join(" ", also))
                .addKeyValue("by", signedIn.getName())
                .log("customer's data told");
        return told;
    }

    private Complainant complainant(String caseId) {
        return desks.current()
                .find(RequestReader.id("caseId", caseId))
                .orElseThrow(() -> InvalidInputException.of("UNKNOWN_CASE", "caseId")
                        .rule("a case that was received")
                        .wayOut("name a case of the customer")
                        .build())
                .complaint()
                .complainant();
    }

    /** All that is held of a member of staff; of customers and colleagues, only masks. */
    @GetMapping(path = "/staff/{person}/export", produces = MediaType.APPLICATION_JSON_VALUE)
    String ofStaff(@PathVariable String person, Authentication signedIn) {
        String told = desks.current().export(person);
        LOG.atInfo().addKeyValue("by", signedIn.getName()).log("data of a member of staff told");
        return told;
    }

    /** Asked before it is done; nothing is written. */
    @GetMapping("/complaints/{id}/erasure")
    Allowed mayErase(@PathVariable String id) {
        return Allowed.of(desks.of(id).mayErase(id));
    }

    /** Erases name, contact and words of the customer from the case; the statistics and the audit trail stay. */
    @PostMapping("/complaints/{id}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String id, Authentication signedIn) {
        service.erase(id, signedIn.getName());
    }
}
