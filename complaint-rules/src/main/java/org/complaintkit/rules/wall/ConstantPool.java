package org.complaintkit.rules.wall;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
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

    /** Stands in a text for what is no character of ASCII. */
    private static final char NOT_ASCII = '\uFFFD';

    private final byte[] file;
    private final byte[] kinds;
    private final int[] places;
    private final @Nullable String[] texts;
    private final @Nullable Member[] members;

    /**
     * A field or a method.
     *
     * @param kind of the constant
     * @param owner internal name of its class; empty where the platform makes the call
     */
    record Member(int kind, String owner, String name, String descriptor) {
        /** All of it, as the list of allowed code writes it. */
        String shown() {
            return owner + "." + name + ":" + descriptor;
        }
    }

    private ConstantPool(byte[] file, int count) {
        this.file = file;
        this.kinds = new byte[count];
        this.places = new int[count];
        this.texts = new @Nullable String[count];
        this.members = new @Nullable Member[count];
    }

    /** Reads on from the position of the bytes, up to the end of the pool. */
    static ConstantPool read(byte[] file, Bytes in) {
        ConstantPool pool = new ConstantPool(file, in.unsignedShort());
        for (int i = 1; i < pool.kinds.length; i++) {
            int kind = in.unsignedByte();
            pool.kinds[i] = (byte) kind;
            pool.places[i] = in.position();
            in.skip(length(kind, in));
            i += kind == LONG ? 1 : 0;
        }
        return pool;
    }

    /** Of what is left of a constant; of a text, whose length stands before it, that of the rest. */
    private static int length(int kind, Bytes in) {
        return switch (kind) {
            case UTF8 -> in.unsignedShort();
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
        return Bytes.unsignedShort(file, places[index]);
    }

    private int second(int index) {
        return Bytes.unsignedShort(file, places[index] + 2);
    }

    String text(int index) {
        String text = texts[index];
        if (text == null) {
            int length = first(index, UTF8);
            text = new String(file, places[index] + 2, length, StandardCharsets.US_ASCII);
            if (text.indexOf(NOT_ASCII) >= 0) {
                text = modified(places[index], length + 2);
            }
            texts[index] = text;
        }
        return text;
    }

    private String modified(int place, int length) {
        try {
            return new DataInputStream(new ByteArrayInputStream(file, place, length)).readUTF();
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
        return new Member(kind, owner, name, descriptor);
    }

    /** What a method handle refers to, behind the kind of the reference. */
    String handle(int index) {
        first(index, METHOD_HANDLE);
        int at = places[index];
        return file[at] + " " + member(Bytes.unsignedShort(file, at + 1)).shown();
    }
}
