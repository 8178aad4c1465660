package org.complaintkit.rules.wall;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.wall.ConstantPool.Member;

/**
 * The second wall: looks at compiled classes before any of them is defined, whoever compiled them, and needs neither
 * their source nor a compiler. An allow list: what the compiler of packs never writes is refused. Of its own for each pack.
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

    private final Map<String, ClassFile> own = new HashMap<>();
    private final CallBound bound = new CallBound();

    /** Where it looks. */
    private String at = "classes";

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
        ClassWall wall = new ClassWall();
        try {
            wall.look(classes);
        } catch (ClassRefusal refusal) {
            throw refusal.in(wall.at);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new ClassRefusal(ClassRefusal.MALFORMED, "instruction without end").in(wall.at);
        } catch (IllegalArgumentException e) {
            throw new ClassRefusal(ClassRefusal.MALFORMED, "place outside of the code").in(wall.at);
        }
    }

    private void look(Map<String, byte[]> classes) {
        for (String path : sorted(classes.keySet())) {
            at = path;
            ClassFile file = ClassFile.read(classes.get(path));
            shape(path, file);
            own.put(file.name(), file);
        }
        for (String name : sorted(own.keySet())) {
            at = name + ".class";
            code(own.get(name));
        }
        at = "classes";
        bound.check();
    }

    private static List<String> sorted(Set<String> names) {
        List<String> sorted = new ArrayList<>(names);
        Collections.sort(sorted);
        return sorted;
    }

    private static void shape(String path, ClassFile file) {
        require(file.name().startsWith(PACKAGE) && path.equals(file.name() + ".class"), "name ", file.name());
        require(file.major() >= OLDEST, "format ", file.major());
        require((file.access() & FORBIDDEN_OF_CLASSES) == 0, "kind of class ", file.access());
        require(file.parent().equals("java/lang/Object") || file.parent().equals("java/lang/Enum"), "", file.parent());
        for (String name : file.interfaces()) {
            require(name.startsWith("org/drools/model/") && AllowedCode.PARENTS.contains(name), "interface ", name);
        }
        for (ClassFile.Method method : file.methods()) {
            String name = method.name();
            require((method.access() & FORBIDDEN_OF_METHODS) == 0, "kind of method ", name);
            require(METHODS.contains(CodeScan.role(name)), "method ", name);
            require(!name.equals("getPropertyIndex") || method.code().remaining() <= MAX_LOOKUP, "length of ", name);
        }
    }

    private static void require(boolean holds, String what, Object value) {
        if (!holds) {
            throw new ClassRefusal(ClassRefusal.SHAPE, what + value);
        }
    }

    private void code(ClassFile file) {
        pool(file.pool());
        for (ClassFile.Method method : file.methods()) {
            List<Member> calls = CodeScan.calls(file, own, method);
            bound.add(file.name() + "." + method.signature(), method.code().remaining(), calls);
        }
    }

    private void pool(ConstantPool pool) {
        for (int i = 1; i < pool.size(); i++) {
            if (pool.kind(i) == ConstantPool.CLASS) {
                String name = pool.className(i);
                if (!AllowedCode.names(name) && !own.containsKey(name)) {
                    throw new ClassRefusal(ClassRefusal.REFERENCE, "class " + name);
                }
            }
        }
    }
}
