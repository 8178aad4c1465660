package org.complaintkit.rules.diff;

/**
 * One value that differs.
 *
 * @param field name of the value, such as {@code limit}
 * @param before as the older pack has it; empty where it has none
 * @param after as the newer pack has it; empty where it has none
 */
public record Detail(String field, String before, String after) {}
