package org.complaintkit.examples.bank.web;

import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.lifecycle.CaseEvent;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who acts: taken from the sign-in, never from what was sent.
 *
 * @param person the bank's identifier of the member of staff
 * @param roles roles of the policies that the person may act in
 */
record Actor(String person, Set<String> roles) {
    private static final String CUSTOMER = "CUSTOMER";

    static Actor of(Authentication signedIn) {
        Set<String> roles = new TreeSet<>();
        signedIn.getAuthorities().stream().map(GrantedAuthority::getAuthority).forEach(roles::add);
        return new Actor(signedIn.getName(), roles);
    }

    /**
     * The event as this person's: under the key of the request, in a role that the person holds, or as what the customer
     * did and the person wrote down.
     *
     * @throws InvalidInputException if the event names a person or an id of its own
     * @throws AccessDeniedException if it names a role that the person does not hold
     */
    CaseEvent signed(CaseEvent event, String key) {
        if (!event.person().isEmpty() || !event.id().equals(key)) {
            throw InvalidInputException.of("SIGNED_BY_REQUEST", event.person().isEmpty() ? "event.id" : "event.person")
                    .rule("the id is the Idempotency-Key of the request, the person is the one who is signed in")
                    .wayOut("leave both out of the event")
                    .build();
        }
        String by = event.by();
        if (!by.isEmpty() && !by.equals(CUSTOMER) && !roles.contains(by)) {
            throw new AccessDeniedException("acting in a role of somebody else");
        }
        return new CaseEvent(key, event.type(), by, person, event.occurredAt(), event.recordedAt(), event.data());
    }
}
