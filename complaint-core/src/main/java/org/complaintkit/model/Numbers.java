package org.complaintkit.model;

/**
 * Port: running numbers.
 *
 * <p>The law for implementers: each sequence begins with 1 and every call gives the next number, to one caller alone,
 * whatever threads or processes ask at once; a number once given is never given again. The standard implementation for
 * tests and examples is {@link InMemoryNumbers}. New methods will never come with a default that feigns success.
 */
@FunctionalInterface
public interface Numbers {
    /**
     * Takes the next number.
     *
     * @param sequence name of the sequence, such as {@code FUR/complaint/2025}; one that nobody has asked for begins now
     */
    long next(String sequence);
}
