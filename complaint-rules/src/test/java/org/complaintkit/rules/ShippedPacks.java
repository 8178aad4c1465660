package org.complaintkit.rules;

/**
 * The packs of this project, loaded once for all tests of a process. Nobody closes them: what a class of tests closed would
 * stay closed if one of its tests ran a second time in the same process, as tests do when faults are planted.
 */
public final class ShippedPacks {
    public static final Packs PACKS = Packs.shipped();

    private ShippedPacks() {}
}
