package org.complaintkit.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Adds links to a trail and checks them. Stateless and thread-safe. */
public final class AuditTrail {
    private static final String GENESIS = "0".repeat(64);

    private AuditTrail() {}

    /**
     * The link that follows.
     *
     * @param last the last link of the case; null for the first
     * @param content the canonical text of what was taken in and what came of it; only its hash is kept
     */
    public static AuditEntry next(
            @Nullable AuditEntry last, String caseId, String kind, Instant recordedAt, String content) {
        long sequence = last == null ? 1 : last.sequence() + 1;
        String previous = last == null ? GENESIS : last.hash();
        String digest = sha256(content);
        return new AuditEntry(
                caseId,
                sequence,
                kind,
                recordedAt,
                digest,
                previous,
                hash(caseId, sequence, kind, recordedAt, digest, previous));
    }

    /**
     * The position of the first link that does not hold, counted from 0; empty if the whole trail holds and ends in the
     * head. A trail that was cut off, reordered or changed anywhere does not end in the head that was exported before.
     */
    public static OptionalInt firstBroken(List<AuditEntry> trail, String head) {
        String previous = GENESIS;
        for (int i = 0; i < trail.size(); i++) {
            AuditEntry entry = trail.get(i);
            String expected = hash(entry.caseId(), i + 1L, entry.kind(), entry.recordedAt(), entry.content(), previous);
            boolean sameCase = entry.caseId().equals(trail.get(0).caseId());
            if (!sameCase
                    || entry.sequence() != i + 1L
                    || !entry.previous().equals(previous)
                    || !entry.hash().equals(expected)) {
                return OptionalInt.of(i);
            }
            previous = expected;
        }
        return previous.equals(head) || (trail.isEmpty() && head.isEmpty())
                ? OptionalInt.empty()
                : OptionalInt.of(trail.size());
    }

    private static String hash(
            String caseId, long sequence, String kind, Instant recordedAt, String content, String previous) {
        return sha256(part(caseId) + sequence + "\n" + part(kind) + recordedAt + "\n" + content + "\n" + previous);
    }

    /** Lengths keep the parts apart: no two different links have the same text. */
    private static String part(String text) {
        return text.length() + ":" + text + "\n";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** UTF-8 turns every half of a torn pair into a question mark; here halves stay what they are. */
    private static byte[] bytes(String text) {
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.SURROGATE) {
                bytes.write(0xE0 | (point >> 12));
                bytes.write(0x80 | ((point >> 6) & 0x3F));
                bytes.write(0x80 | (point & 0x3F));
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
