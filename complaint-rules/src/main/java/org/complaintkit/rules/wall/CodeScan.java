package org.complaintkit.rules.wall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.complaintkit.rules.wall.ConstantPool.Member;

/**
 * Walks the instructions of one method: only those that the compiler of packs uses, only forwards, only arrays of a size
 * that is written down. Used once.
 */
final class CodeScan {
    private static final List<String> REFERRING = List.of(
            "getstatic",
            "putstatic",
            "getfield",
            "putfield",
            "invokevirtual",
            "invokespecial",
            "invokestatic",
            "invokeinterface");
    private static final String RULE = "rule_R";
    private static final int FIRST_REFERRING = 178;
    private static final int INVOKE_INTERFACE = 185;
    private static final boolean[] PLAIN = plain();
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(?:\\.[0-9]{1,10})?");
    private static final String CONCAT =
            "6 java/lang/invoke/StringConcatFactory.makeConcatWithConstants:(Ljava/lang/invoke/MethodHandles$Lookup;"
                    + "Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)"
                    + "Ljava/lang/invoke/CallSite;";

    private final ClassFile file;
    private final Map<String, ClassFile> own;
    private final String role;
    private final Bytes code;
    private final BitSet targets = new BitSet();
    private final BitSet sized = new BitSet();
    private final List<Member> calls = new ArrayList<>();
    private int loaded;
    private int before;
    private int beforeThat;
    private int third;

    private CodeScan(ClassFile file, Map<String, ClassFile> own, ClassFile.Method method) {
        this.file = file;
        this.own = own;
        this.role = role(method.name());
        this.code = method.code().again();
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[256];
        Arrays.fill(plain, 2, 9, true); // small integers
        Arrays.fill(plain, 9, 11, true); // 0L, 1L
        Arrays.fill(plain, 26, 30, true); // load an int
        Arrays.fill(plain, 42, 46, true); // load a reference
        Arrays.fill(plain, 59, 63, true); // store an int
        Arrays.fill(plain, 75, 79, true); // store a reference
        plain[83] = true; // store into an array
        plain[87] = true; // forget the top of the stack
        plain[89] = true; // double it
        plain[172] = true; // return an int
        Arrays.fill(plain, 176, 178, true); // return a reference or nothing
        plain[190] = true; // length of an array
        return plain;
    }

    /** The kind of method that a name stands for. */
    static String role(String method) {
        if (!method.startsWith(RULE)) {
            return method;
        }
        for (int i = RULE.length(); i < method.length(); i++) {
            if (method.charAt(i) < '0' || method.charAt(i) > '9') {
                return method;
            }
        }
        return RULE;
    }

    /** The methods of the same pack that a method calls, each as often as it does. */
    static List<Member> calls(ClassFile file, Map<String, ClassFile> own, ClassFile.Method method) {
        CodeScan scan = new CodeScan(file, own, method);
        scan.walk();
        return scan.calls;
    }

    private void walk() {
        while (code.hasRemaining()) {
            int at = code.position();
            int opcode = code.unsignedByte();
            step(at, opcode);
            third = beforeThat;
            beforeThat = before;
            before = opcode;
        }
        if (targets.intersects(sized)) {
            throw refused("size that a jump decides");
        }
    }

    private void step(int at, int opcode) {
        if (opcode >= FIRST_REFERRING && opcode <= INVOKE_INTERFACE) {
            refer(at, REFERRING.get(opcode - FIRST_REFERRING), code.unsignedShort());
            if (opcode == INVOKE_INTERFACE) {
                code.unsignedShort();
            }
        } else if (!PLAIN[opcode]) {
            other(at, opcode);
        }
    }

    private void other(int at, int opcode) {
        switch (opcode) {
            case 16 -> code.unsignedByte();
            case 17, 20 -> code.unsignedShort();
            case 18 -> load(code.unsignedByte());
            case 19 -> load(code.unsignedShort());
            case 153, 154, 167 -> jump(at, code.signedShort());
            case 170, 171 -> choose(at, opcode == 170);
            case 186 -> concatenate();
            case 187 -> requireType("new", file.pool().className(code.unsignedShort()));
            case 189 -> array(at, file.pool().className(code.unsignedShort()));
            case 192 -> requireType("checkcast", file.pool().className(code.unsignedShort()));
            case 191 -> inLookup("throw");
            default -> throw refused("instruction " + opcode);
        }
    }

    private void refer(int at, String instruction, int index) {
        Member member = file.pool().member(index);
        ClassFile owner = own.get(member.owner());
        if (owner == null) {
            if (!AllowedCode.lets(role, instruction, AllowedCode.target(member))) {
                throw unlisted(instruction, member.shown());
            }
            if (member.owner().equals("java/util/ArrayList") && !written()) {
                throw refused("list of unknown size");
            }
            if (member.owner().equals("java/math/BigDecimal")
                    && !NUMBER.matcher(loaded()).matches()) {
                throw refused("number that is not written out");
            }
            if (member.name().equals("addAll") && before != 182) {
                throw refused("list of unknown origin");
            }
            if (member.owner().startsWith("java/util/")) {
                sized.set(at);
            }
            return;
        }
        if (!owner.declares(member)) {
            throw new ClassRefusal(
                    ClassRefusal.REFERENCE, instruction + " inherited " + member.shown() + " in " + role);
        }
        String name = member.name().endsWith("_Metadata_INSTANCE") ? "METADATA" : role(member.name());
        if (!AllowedCode.lets(role, instruction, "OWN." + name)) {
            throw unlisted(instruction, member.shown());
        }
        if (member.kind() != ConstantPool.FIELD) {
            calls.add(member);
        }
    }

    private void array(int at, String name) {
        boolean copied = role.equals("values") && before == 60 && beforeThat == 89 && third == 190;
        if (!written() && !copied) {
            throw refused("array of unknown size");
        }
        sized.set(at);
        requireType("anewarray", name);
    }

    /** Whether the number on top of the stack stands in the code just before, and is no larger than a short. */
    private boolean written() {
        return (before >= 2 && before <= 8) || before == 16 || before == 17;
    }

    private void requireType(String instruction, String name) {
        String target = own.containsKey(name) ? "OWN" : AllowedCode.fact(name) ? "STAGE" : name;
        if (!AllowedCode.lets(role, instruction, target)) {
            throw unlisted(instruction, name);
        }
    }

    private void load(int index) {
        int kind = file.pool().kind(index);
        loaded = index;
        if (kind == ConstantPool.CLASS) {
            requireType("ldc", file.pool().className(index));
        } else if (kind != ConstantPool.STRING && kind != ConstantPool.INTEGER) {
            throw refused("constant of kind " + kind);
        }
    }

    /** The text that was loaded just before; empty if it was anything else. */
    private String loaded() {
        boolean text = (before == 18 || before == 19) && file.pool().kind(loaded) == ConstantPool.STRING;
        return text ? file.pool().string(loaded) : "";
    }

    private void jump(int at, int offset) {
        if (offset <= 0) {
            throw refused("jump backwards");
        }
        targets.set(at + offset);
    }

    private void choose(int at, boolean dense) {
        code.skip(-code.position() & 3);
        jump(at, code.signedInt());
        long choices = dense ? -(long) code.signedInt() + code.signedInt() + 1 : code.signedInt();
        if (choices < 0 || choices > code.remaining() / 4) {
            throw new ClassRefusal(ClassRefusal.MALFORMED, "choice between " + choices);
        }
        for (long i = 0; i < choices; i++) {
            if (!dense) {
                code.signedInt();
            }
            jump(at, code.signedInt());
        }
    }

    /** The compiler puts a name into the message of one exception; nothing else may make texts. */
    private void concatenate() {
        inLookup("call of the platform");
        Member call = file.pool().member(code.unsignedShort());
        code.unsignedShort();
        if (!call.shown().equals(".makeConcatWithConstants:(Ljava/lang/String;)Ljava/lang/String;")) {
            throw new ClassRefusal(ClassRefusal.REFERENCE, "invokedynamic " + call.shown());
        }
        for (int i = 1; i < file.pool().size(); i++) {
            if (file.pool().kind(i) == ConstantPool.METHOD_HANDLE
                    && !file.pool().handle(i).equals(CONCAT)) {
                throw new ClassRefusal(
                        ClassRefusal.REFERENCE, "method handle " + file.pool().handle(i));
            }
        }
    }

    private void inLookup(String what) {
        if (!role.equals("getPropertyIndex")) {
            throw refused(what);
        }
    }

    private ClassRefusal unlisted(String instruction, String shown) {
        return new ClassRefusal(ClassRefusal.REFERENCE, instruction + " " + shown + " in " + role);
    }

    private ClassRefusal refused(String what) {
        return new ClassRefusal(ClassRefusal.CODE, what + " in " + role);
    }
}
