package org.complaintkit.examples.bank.web;

import java.util.Map;
import java.util.Set;
import org.complaintkit.policy.Vocabulary;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Events that not everybody may tell of. The packs say which role may decide what; who may bring a supervisor's order into
 * the house, which no pack says, is the bank's to settle.
 *
 * @param reserved types of events with the roles that may tell of them; an event that is not named everybody may
 */
@ConfigurationProperties("bank")
record ReservedEvents(@DefaultValue Map<String, Set<String>> reserved) {

    /**
     * The same, in the words of the packs.
     *
     * @throws org.complaintkit.calendar.InvalidInputException if a type or a role is none of theirs, and would hold nobody off
     */
    Map<String, Set<String>> within(Vocabulary vocabulary) {
        reserved.forEach((type, roles) -> {
            vocabulary.require("EVENT", type, "bank.reserved");
            roles.forEach(role -> vocabulary.require("ROLE", role, "bank.reserved"));
        });
        return Map.copyOf(reserved);
    }
}
