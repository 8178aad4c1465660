package org.complaintkit.policy;

/**
 * Identity of a pack: a case names it and can be decided again only with it.
 *
 * @param id short code of the policy, such as {@code RCC}
 * @param version the pack's own version
 * @param digest SHA-256 over all files of the pack, hexadecimal
 */
public record PackVersion(String id, String version, String digest) {
    /** {@code RCC 1.0.0}: what reasons cite. */
    public String label() {
        return id + " " + version;
    }

    /** {@code RCC 1.0.0 (3f2a9c1b)}. */
    @Override
    public String toString() {
        return id + " " + version + " (" + digest.substring(0, Math.min(8, digest.length())) + ")";
    }
}
