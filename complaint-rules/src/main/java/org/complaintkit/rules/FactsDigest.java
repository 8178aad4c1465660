package org.complaintkit.rules;

/**
 * Fingerprint of the facts that compiled rules are linked against: when what they offer changes, compiled packs are stale.
 * It is written down, since to reckon it costs a good part of a start; {@code FactsDigestTest} reckons it and tells the new
 * one.
 */
final class FactsDigest {
    /** SHA-256 over the accessors and verbs of the facts of all stages. */
    static final String VALUE = "c08a732ab06812ad52b79a04fe60fa164ab3eeda2562de03d20357c0f2855d7e";

    private FactsDigest() {}
}
