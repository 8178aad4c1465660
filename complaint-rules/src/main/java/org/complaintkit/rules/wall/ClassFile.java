package org.complaintkit.rules.wall;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.complaintkit.rules.wall.ConstantPool.Member;

/**
 * A class file, read as far as the wall looks at it and no further than the platform would: whatever is left over or
 * stands twice is refused. Immutable.
 *
 * @param major version of the format
 * @param access flags of the class
 * @param name internal name
 * @param parent internal name of the superclass
 */
record ClassFile(
        ConstantPool pool,
        int major,
        int access,
        String name,
        String parent,
        List<String> interfaces,
        Set<String> fields,
        List<Method> methods) {

    private static final int MAGIC = 0xCAFEBABE;
    private static final String ANNOTATION = "Lorg/drools/compiler/kie/builder/MaterializedLambda;";
    private static final Set<String> OF_CLASSES =
            Set.of("SourceFile", "InnerClasses", "NestHost", "NestMembers", "BootstrapMethods", "Signature");
    private static final Set<String> OF_FIELDS = Set.of("ConstantValue", "Signature");
    private static final Set<String> OF_METHODS = Set.of("Exceptions", "Signature");
    private static final Set<String> OF_CODE =
            Set.of("LineNumberTable", "LocalVariableTable", "LocalVariableTypeTable", "StackMapTable");

    /** A method with its code, from position 0. */
    record Method(int access, String name, String descriptor, Bytes code) {
        String signature() {
            return name + ":" + descriptor;
        }
    }

    static ClassFile read(byte[] bytes) {
        Bytes in = new Bytes(bytes);
        try {
            if (in.signedInt() != MAGIC) {
                throw new ClassRefusal(ClassRefusal.MALFORMED, "no class file");
            }
            ClassFile file = new Reader(bytes, in).read();
            if (in.hasRemaining()) {
                throw new ClassRefusal(ClassRefusal.MALFORMED, "something follows its end");
            }
            return file;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ClassRefusal(ClassRefusal.MALFORMED, "no end");
        }
    }

    /** Whether the class itself declares the field or method: what it inherits is not its own. */
    boolean declares(Member member) {
        if (member.kind() == ConstantPool.FIELD) {
            return fields.contains(member.name() + ":" + member.descriptor());
        }
        for (Method method : methods) {
            if (method.name().equals(member.name()) && method.descriptor().equals(member.descriptor())) {
                return true;
            }
        }
        return false;
    }

    private static final class Reader {
        private final Bytes in;
        private final int major;
        private final ConstantPool pool;

        Reader(byte[] file, Bytes in) {
            this.in = in;
            in.unsignedShort();
            this.major = in.unsignedShort();
            this.pool = ConstantPool.read(file, in);
        }

        ClassFile read() {
            int access = unsignedShort();
            String name = pool.className(unsignedShort());
            String parent = pool.className(unsignedShort());
            List<String> interfaces = new ArrayList<>();
            for (int i = unsignedShort(); i > 0; i--) {
                interfaces.add(pool.className(unsignedShort()));
            }
            Set<String> fields = fields();
            List<Method> methods = methods();
            classAttributes();
            return new ClassFile(pool, major, access, name, parent, interfaces, fields, methods);
        }

        private Set<String> fields() {
            Set<String> fields = new HashSet<>();
            for (int i = unsignedShort(); i > 0; i--) {
                unsignedShort();
                fields.add(pool.text(unsignedShort()) + ":" + pool.text(unsignedShort()));
                attributes(OF_FIELDS);
            }
            return fields;
        }

        private List<Method> methods() {
            List<Method> methods = new ArrayList<>();
            for (int i = unsignedShort(); i > 0; i--) {
                int access = unsignedShort();
                String name = pool.text(unsignedShort());
                String descriptor = pool.text(unsignedShort());
                Bytes code = null;
                for (int j = unsignedShort(); j > 0; j--) {
                    String attribute = pool.text(unsignedShort());
                    int length = in.signedInt();
                    if (attribute.equals("Code") && code == null) {
                        code = code();
                    } else {
                        skip(attribute, length, OF_METHODS);
                    }
                }
                if (code == null) {
                    throw new ClassRefusal(ClassRefusal.SHAPE, "method without code " + name + descriptor);
                }
                methods.add(new Method(access, name, descriptor, code));
            }
            return methods;
        }

        private int unsignedShort() {
            return in.unsignedShort();
        }

        private Bytes code() {
            in.signedInt();
            Bytes code = in.part(in.signedInt());
            if (unsignedShort() != 0) {
                throw new ClassRefusal(ClassRefusal.CODE, "handler of exceptions");
            }
            attributes(OF_CODE);
            return code;
        }

        private void attributes(Set<String> allowed) {
            for (int i = unsignedShort(); i > 0; i--) {
                skip(pool.text(unsignedShort()), in.signedInt(), allowed);
            }
        }

        private void classAttributes() {
            for (int i = unsignedShort(); i > 0; i--) {
                String attribute = pool.text(unsignedShort());
                int length = in.signedInt();
                if (attribute.equals("RuntimeVisibleAnnotations")) {
                    boolean marker = length == 6
                            && unsignedShort() == 1
                            && pool.text(unsignedShort()).equals(ANNOTATION)
                            && unsignedShort() == 0;
                    if (!marker) {
                        throw new ClassRefusal(ClassRefusal.SHAPE, "annotation");
                    }
                } else {
                    skip(attribute, length, OF_CLASSES);
                }
            }
        }

        private void skip(String attribute, int length, Set<String> allowed) {
            if (!allowed.contains(attribute)) {
                throw new ClassRefusal(ClassRefusal.SHAPE, "attribute " + attribute);
            }
            if (length < 0 || in.remaining() < length) {
                throw new ClassRefusal(ClassRefusal.MALFORMED, "attribute " + attribute + " has no end");
            }
            in.skip(length);
        }
    }
}
