package org.complaintkit.desk;

/**
 * A case that an incoming complaint belongs with. Two complaints are about the same matter if they name the same unit and
 * share a category, as decided by the packs from whatever they know; for those of one person it is enough that neither
 * names another unit, and instead of a category they may share their words.
 *
 * @param caseId the earlier case
 * @param relation in what way
 */
public record Related(String caseId, Relation relation) {

    /** Ways in which complaints belong together. */
    public enum Relation {
        /** The same person about the same matter, while the earlier case is not answered: link it, do not open another. */
        DUPLICATE,
        /** The same person about the same matter, after the earlier case was answered: a repeat complaint. */
        REPEAT,
        /** Another person about the same matter: with three and more of them a group. */
        GROUP
    }
}
