package org.complaintkit.rules.wall;

import java.nio.BufferUnderflowException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.wall.ConstantPool.Member;

/**
 * The second wall: looks at compiled classes before any of them is defined, whoever compiled them, and needs neither
 * their source nor a compiler. An allow list: what the compiler of packs never writes is refused. Stateless.
 */
public final class ClassWall {
    /** The package in which all classes of packs lie. */
    public static final String PACKAGE = "complaintpack/";

    private static final int OLDEST = 52;
    private static final int FORBIDDEN_OF_CLASSES = 0xA600; // interface, abstract, annotation, module
    private static final int FORBIDDEN_OF_METHODS = 0x0D20; // native, abstract, strict, synchronized
    private static final int MAX_LOOKUP = 16_384;
    private static final Set<String> METHODS = Set.of(
            "<clinit>",
            "<init>",
            "apply",
            "execute",
            "getDomainClass",
            "getEntryPoints",
            "getExpressionHash",
            "getGlobals",
            "getName",
            "getPropertiesSize",
            "getPropertyIndex",
            "getQueries",
            "getRules",
            "getRulesList",
            "getTypeMetaDatas",
            "predicateInformation",
            "rule_R",
            "test",
            "valueOf",
            "values");

    private ClassWall() {}

    /** Whether a class of a pack may see a class of the host, by its binary name. */
    public static boolean lets(String className) {
        return AllowedCode.names(className.replace('.', '/'));
    }

    /**
     * Looks at the classes of one pack.
     *
     * @param classes bytes by path, such as {@code complaintpack/tst/v1/C.class}
     * @throws InvalidInputException code {@code PACK_CLASS_MALFORMED}, {@code PACK_CLASS_SHAPE}, {@code
     *     PACK_CLASS_REFERENCE} or {@code PACK_CLASS_CODE}, at the path of the class
     */
    public static void check(Map<String, byte[]> classes) {
        Map<String, ClassFile> own = new HashMap<>();
        new TreeMap<>(classes).forEach((path, bytes) -> {
            ClassFile file = guarded(path, () -> shape(path, ClassFile.read(bytes)));
            own.put(file.name(), file);
        });
        CallBound bound = new CallBound();
        new TreeMap<>(own)
                .forEach((name, file) -> guarded(name + ".class", () -> {
                    pool(file, own);
                    for (ClassFile.Method method : file.methods()) {
                        List<Member> calls = CodeScan.calls(file, own, method);
                        bound.add(name + "." + method.signature(), method.code().remaining(), calls);
                    }
                    return file;
                }));
        guarded("classes", () -> {
            bound.check();
            return bound;
        });
    }

    private interface Look<T> {
        T look();
    }

    private static <T> T guarded(String path, Look<T> look) {
        try {
            return look.look();
        } catch (ClassRefusal refusal) {
            throw refusal.in(path);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new ClassRefusal(ClassRefusal.MALFORMED, "instruction without end").in(path);
        } catch (IllegalArgumentException e) {
            throw new ClassRefusal(ClassRefusal.MALFORMED, "place outside of the code").in(path);
        }
    }

    private static ClassFile shape(String path, ClassFile file) {
        require(file.name().startsWith(PACKAGE) && path.equals(file.name() + ".class"), "name " + file.name());
        require(file.major() >= OLDEST, "format " + file.major());
        require((file.access() & FORBIDDEN_OF_CLASSES) == 0, "kind of class " + file.access());
        require(file.parent().equals("java/lang/Object") || file.parent().equals("java/lang/Enum"), file.parent());
        file.interfaces()
                .forEach(name -> require(
                        name.startsWith("org/drools/model/") && AllowedCode.PARENTS.contains(name),
                        "interface " + name));
        for (ClassFile.Method method : file.methods()) {
            require((method.access() & FORBIDDEN_OF_METHODS) == 0, "kind of method " + method.name());
            require(METHODS.contains(CodeScan.role(method.name())), "method " + method.name());
            require(
                    !method.name().equals("getPropertyIndex") || method.code().remaining() <= MAX_LOOKUP,
                    "length of " + method.name());
        }
        return file;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new ClassRefusal(ClassRefusal.SHAPE, what);
        }
    }

    private static void pool(ClassFile file, Map<String, ClassFile> own) {
        for (int i = 1; i < file.pool().size(); i++) {
            if (file.pool().kind(i) == ConstantPool.CLASS) {
                String name = file.pool().className(i);
                if (!AllowedCode.names(name) && !own.containsKey(name)) {
                    throw new ClassRefusal(ClassRefusal.REFERENCE, "class " + name);
                }
            }
        }
    }
}
