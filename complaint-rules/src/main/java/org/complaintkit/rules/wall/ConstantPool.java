package org.complaintkit.rules.wall;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The constants of one class file, of the kinds that the classes of packs have; any other kind is refused. Texts are read
 * when they are asked for: most of them only describe the source. Used by one thread.
 */
final class ConstantPool {
    static final int UTF8 = 1;
    static final int INTEGER = 3;
    static final int LONG = 5;
    static final int CLASS = 7;
    static final int STRING = 8;
    static final int FIELD = 9;
    static final int METHOD = 10;
    static final int INTERFACE_METHOD = 11;
    static final int NAME_AND_TYPE = 12;
    static final int METHOD_HANDLE = 15;
    static final int INVOKE_DYNAMIC = 18;

    private final ByteBuffer bytes;
    private final byte[] kinds;
    private final int[] places;
    private final @Nullable String[] texts;
    private final @Nullable Member[] members;

    /**
     * A field or a method.
     *
     * @param kind of the constant
     * @param owner internal name of its class; empty where the platform makes the call
     * @param shown all of it, as the list of allowed code writes it
     */
    record Member(int kind, String owner, String name, String descriptor, String shown) {}

    private ConstantPool(ByteBuffer bytes, int count) {
        this.bytes = bytes;
        this.kinds = new byte[count];
        this.places = new int[count];
        this.texts = new @Nullable String[count];
        this.members = new @Nullable Member[count];
    }

    /** Reads on from the position of the bytes, up to the end of the pool. */
    static ConstantPool read(ByteBuffer in) {
        ConstantPool pool = new ConstantPool(in.duplicate(), in.getShort() & 0xFFFF);
        for (int i = 1; i < pool.kinds.length; i++) {
            int kind = in.get() & 0xFF;
            pool.kinds[i] = (byte) kind;
            pool.places[i] = in.position();
            in.position(in.position() + length(kind, in));
            i += kind == LONG ? 1 : 0;
        }
        return pool;
    }

    private static int length(int kind, ByteBuffer in) {
        return switch (kind) {
            case UTF8 -> 2 + (in.getShort(in.position()) & 0xFFFF);
            case INTEGER, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, INVOKE_DYNAMIC -> 4;
            case LONG -> 8;
            case CLASS, STRING -> 2;
            case METHOD_HANDLE -> 3;
            default -> throw new ClassRefusal(ClassRefusal.REFERENCE, "constant of kind " + kind);
        };
    }

    int size() {
        return kinds.length;
    }

    int kind(int index) {
        return kinds[index];
    }

    private int first(int index, int kind) {
        if (kinds[index] != kind) {
            throw new ClassRefusal(ClassRefusal.MALFORMED, "constant " + index + " is of kind " + kinds[index]);
        }
        return bytes.getShort(places[index]) & 0xFFFF;
    }

    private int second(int index) {
        return bytes.getShort(places[index] + 2) & 0xFFFF;
    }

    String text(int index) {
        String text = texts[index];
        if (text == null) {
            int length = first(index, UTF8);
            byte[] written = new byte[length + 2];
            bytes.get(places[index], written);
            text = plain(written) ? new String(written, 2, length, StandardCharsets.ISO_8859_1) : modified(written);
            texts[index] = text;
        }
        return text;
    }

    private static boolean plain(byte[] written) {
        for (int i = 2; i < written.length; i++) {
            if (written[i] <= 0) {
                return false;
            }
        }
        return true;
    }

    private static String modified(byte[] written) {
        try {
            return new DataInputStream(new ByteArrayInputStream(written)).readUTF();
        } catch (IOException e) {
            throw new ClassRefusal(ClassRefusal.MALFORMED, "text of a constant");
        }
    }

    /** Internal name of a class, such as {@code java/lang/Object}. */
    String className(int index) {
        return text(first(index, CLASS));
    }

    /** The text of a constant of kind {@link #STRING}. */
    String string(int index) {
        return text(first(index, STRING));
    }

    Member member(int index) {
        Member member = members[index];
        if (member == null) {
            member = readMember(index);
            members[index] = member;
        }
        return member;
    }

    private Member readMember(int index) {
        int kind = kinds[index];
        boolean called = kind == INVOKE_DYNAMIC;
        if (!called && (kind < FIELD || kind > INTERFACE_METHOD)) {
            throw new ClassRefusal(ClassRefusal.MALFORMED, "constant " + index + " is no member");
        }
        String owner = called ? "" : className(first(index, kind));
        int nameAndType = second(index);
        String name = text(first(nameAndType, NAME_AND_TYPE));
        String descriptor = text(second(nameAndType));
        return new Member(kind, owner, name, descriptor, owner + "." + name + ":" + descriptor);
    }

    /** What a method handle refers to, behind the kind of the reference. */
    String handle(int index) {
        first(index, METHOD_HANDLE);
        int at = places[index];
        return bytes.get(at) + " " + member(bytes.getShort(at + 1) & 0xFFFF).shown();
    }
}
