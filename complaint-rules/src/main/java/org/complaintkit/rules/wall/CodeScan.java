package org.complaintkit.rules.wall;

import java.nio.ByteBuffer;
import java.util.ArrayList;
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
    private static final int FIRST_REFERRING = 178;
    private static final int INVOKE_INTERFACE = 185;
    private static final BitSet PLAIN = plain();
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(?:\\.[0-9]{1,10})?");
    private static final String CONCAT =
            "6 java/lang/invoke/StringConcatFactory.makeConcatWithConstants:(Ljava/lang/invoke/MethodHandles$Lookup;"
                    + "Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)"
                    + "Ljava/lang/invoke/CallSite;";

    private final ClassFile file;
    private final Map<String, ClassFile> own;
    private final String role;
    private final ByteBuffer code;
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
        this.code = method.code().duplicate();
    }

    private static BitSet plain() {
        BitSet plain = new BitSet();
        plain.set(2, 9); // small integers
        plain.set(9, 11); // 0L, 1L
        plain.set(26, 30); // load an int
        plain.set(42, 46); // load a reference
        plain.set(59, 63); // store an int
        plain.set(75, 79); // store a reference
        plain.set(83); // store into an array
        plain.set(87); // forget the top of the stack
        plain.set(89); // double it
        plain.set(172); // return an int
        plain.set(176, 178); // return a reference or nothing
        plain.set(190); // length of an array
        return plain;
    }

    /** The kind of method that a name stands for. */
    static String role(String method) {
        boolean numbered = method.startsWith("rule_R")
                && method.chars().skip("rule_R".length()).allMatch(digit -> digit >= '0' && digit <= '9');
        return numbered ? "rule_R" : method;
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
            int opcode = code.get() & 0xFF;
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
            refer(at, REFERRING.get(opcode - FIRST_REFERRING), unsignedShort());
            if (opcode == INVOKE_INTERFACE) {
                code.getShort();
            }
        } else if (!PLAIN.get(opcode)) {
            other(at, opcode);
        }
    }

    private void other(int at, int opcode) {
        switch (opcode) {
            case 16 -> code.get();
            case 17, 20 -> code.getShort();
            case 18 -> load(code.get() & 0xFF);
            case 19 -> load(unsignedShort());
            case 153, 154, 167 -> jump(at, code.getShort());
            case 170, 171 -> choose(at, opcode == 170);
            case 186 -> concatenate();
            case 187 -> requireType("new", file.pool().className(unsignedShort()));
            case 189 -> array(at, file.pool().className(unsignedShort()));
            case 192 -> requireType("checkcast", file.pool().className(unsignedShort()));
            case 191 -> inLookup("throw");
            default -> throw refused("instruction " + opcode);
        }
    }

    private int unsignedShort() {
        return code.getShort() & 0xFFFF;
    }

    private void refer(int at, String instruction, int index) {
        Member member = file.pool().member(index);
        ClassFile owner = own.get(member.owner());
        if (owner == null) {
            AllowedCode.require(role, instruction, AllowedCode.target(member), member.shown());
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
            sized.set(at, at + (member.owner().startsWith("java/util/") ? 1 : 0));
            return;
        }
        if (!owner.declares(member)) {
            throw new ClassRefusal(
                    ClassRefusal.REFERENCE, instruction + " inherited " + member.shown() + " in " + role);
        }
        String name = member.name().endsWith("_Metadata_INSTANCE") ? "METADATA" : role(member.name());
        AllowedCode.require(role, instruction, "OWN." + name, member.shown());
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
        AllowedCode.require(role, instruction, target, name);
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
        code.position((code.position() + 3) / 4 * 4);
        jump(at, code.getInt());
        long choices = dense ? -(long) code.getInt() + code.getInt() + 1 : code.getInt();
        if (choices < 0 || choices > code.remaining() / 4) {
            throw new ClassRefusal(ClassRefusal.MALFORMED, "choice between " + choices);
        }
        for (long i = 0; i < choices; i++) {
            if (!dense) {
                code.getInt();
            }
            jump(at, code.getInt());
        }
    }

    /** The compiler puts a name into the message of one exception; nothing else may make texts. */
    private void concatenate() {
        inLookup("call of the platform");
        Member call = file.pool().member(unsignedShort());
        code.getShort();
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

    private ClassRefusal refused(String what) {
        return new ClassRefusal(ClassRefusal.CODE, what + " in " + role);
    }
}
