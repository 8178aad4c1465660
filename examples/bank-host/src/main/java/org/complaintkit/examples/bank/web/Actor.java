package org.complaintkit.examples.bank.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.Vocabulary;
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

    /** Of the caller's authorities those that are roles of the policies. */
    static Actor of(Authentication signedIn, Vocabulary vocabulary) {
        Set<String> roles = new TreeSet<>();
        signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && vocabulary.knows("ROLE", authority))
                .forEach(roles::add);
        return new Actor(signedIn.getName(), roles);
    }

    /**
     * The event as this person's: under the key of the request, in a role that the person holds, or as what the customer
     * did and the person wrote down. Ladders of approval go by the role, so there always is one: where the event names none,
     * the only one of the person. What the case has of this person under that key already is told again, whatever roles the
     * person holds by now: nothing is done a second time.
     *
     * @param stored what the case has under the key
     * @param reserved who may tell of it, by type of event, where not everybody may
     * @throws InvalidInputException if the event names a person or an id of its own, or none of several roles
     * @throws AccessDeniedException if it names a role that the person does not hold, or one that may not tell of it, or if
     *     the person holds no role
     */
    CaseEvent signed(CaseEvent event, String key, Optional<CaseEvent> stored, Map<String, Set<String>> reserved) {
        if (!event.person().isEmpty() || !event.id().equals(key)) {
            throw InvalidInputException.of("SIGNED_BY_REQUEST", event.person().isEmpty() ? "event.id" : "event.person")
                    .rule("the id is the Idempotency-Key of the request, the person is the one who is signed in")
                    .wayOut("leave both out of the event")
                    .build();
        }
        Optional<String> then = stored.filter(known -> repeats(event, known)).map(CaseEvent::by);
        if (then.isPresent()) {
            return by(then.get(), event);
        }
        String by = event.by().isEmpty() ? onlyRole() : event.by();
        boolean own = by.equals(CUSTOMER) || roles.contains(by);
        if (!own || !reserved.getOrDefault(event.type(), Set.of(by)).contains(by)) {
            throw new AccessDeniedException("acting in a role of somebody else");
        }
        return by(by, event);
    }

    private boolean repeats(CaseEvent event, CaseEvent known) {
        return known.person().equals(person)
                && known.type().equals(event.type())
                && known.occurredAt().equals(event.occurredAt())
                && (event.by().isEmpty() || event.by().equals(known.by()));
    }

    private CaseEvent by(String role, CaseEvent event) {
        return new CaseEvent(
                event.id(), event.type(), role, person, event.occurredAt(), event.recordedAt(), event.data());
    }

    private String onlyRole() {
        if (roles.size() > 1) {
            throw InvalidInputException.of("MISSING_FIELD", "event.by")
                    .rule("one of the roles that the caller holds: " + String.join(", ", roles))
                    .wayOut("name the role that is acted in; CUSTOMER for what the customer did")
                    .build();
        }
        return String.join("", roles);
    }
}
