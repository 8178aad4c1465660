package org.complaintkit.rules.wall;

import java.nio.BufferUnderflowException;

/**
 * Bytes that are read from front to back, the highest first. A byte buffer does the same through a dozen calls for each
 * number, which a process that has just begun feels. Used by one thread.
 */
final class Bytes {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private int at;

    Bytes(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Bytes(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.at = start;
    }

    /** The same bytes from their start on. */
    Bytes again() {
        return new Bytes(bytes, start, end);
    }

    /** How many were read. */
    int position() {
        return at - start;
    }

    int remaining() {
        return end - at;
    }

    boolean hasRemaining() {
        return at < end;
    }

    int unsignedByte() {
        return bytes[take(1)] & 0xFF;
    }

    int unsignedShort() {
        return unsignedShort(bytes, take(2));
    }

    static int unsignedShort(byte[] bytes, int place) {
        return ((bytes[place] & 0xFF) << 8) | (bytes[place + 1] & 0xFF);
    }

    int signedShort() {
        return (short) unsignedShort();
    }

    int signedInt() {
        int place = take(4);
        return (unsignedShort(bytes, place) << 16) | unsignedShort(bytes, place + 2);
    }

    private int take(int length) {
        int place = at;
        if (end - place < length) {
            throw new BufferUnderflowException();
        }
        at = place + length;
        return place;
    }

    /** The next bytes, which are passed over here. */
    Bytes part(int length) {
        int place = at;
        skip(length);
        return new Bytes(bytes, place, at);
    }

    /**
     * Passes bytes over.
     *
     * @throws IllegalArgumentException if there are not as many
     */
    void skip(int length) {
        if (length < 0 || length > remaining()) {
            throw new IllegalArgumentException("no " + length + " bytes are left");
        }
        at += length;
    }
}
