package org.complaintkit.rules.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the classes of the corpus with the compiler of the platform, all in one go. */
public final class HostileCode {
    private static final Pattern REPEATED = Pattern.compile("@([^@]+)@");

    private HostileCode() {}

    /** The classes of each attack, by path. */
    public static List<Map<String, byte[]>> compile(List<Attack> attacks) {
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < attacks.size(); i++) {
            sources.add(new Source("p" + i + "/Evil.java", source(attacks.get(i), i)));
        }
        Map<String, byte[]> classes = new TreeMap<>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        var files = new Memory(compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8), classes);
        boolean good = compiler.getTask(
                        said,
                        files,
                        null,
                        List.of("-proc:none", "-nowarn", "-g:none", "--release", "17"),
                        null,
                        sources)
                .call();
        if (!good) {
            throw new IllegalArgumentException(said.toString());
        }
        List<Map<String, byte[]>> result = new ArrayList<>();
        for (int i = 0; i < attacks.size(); i++) {
            String folder = folder(attacks.get(i), i) + "/";
            Map<String, byte[]> own = new TreeMap<>();
            classes.forEach((path, bytes) -> {
                if (path.startsWith(folder)) {
                    own.put(path, bytes);
                }
            });
            result.add(own);
        }
        return result;
    }

    private static String folder(Attack attack, int index) {
        return attack.head("package", "complaintpack.evil.v1.p" + index).replace('.', '/');
    }

    private static String source(Attack attack, int index) {
        String head = "package " + folder(attack, index).replace('/', '.')
                + "; import org.complaintkit.rules.stage.Grading; import org.drools.model.functions.*;"
                + " import org.drools.modelcompiler.dsl.pattern.D;\n";
        String body = body(attack);
        String consequence = "public final class Evil implements Block1<Grading>, HashedExpression {"
                + " static final String CANARY = \"target/complaintkit-canary\";"
                + " public String getExpressionHash() { return \"x\"; }\n";
        return head
                + switch (attack.head("in")) {
                    case "execute" ->
                        consequence + "public void execute(Grading decide) throws Exception {\n" + body + "\n} }";
                    case "test" ->
                        "public final class Evil implements Predicate1<Grading>, HashedExpression {"
                                + " public String getExpressionHash() { return \"x\"; }\n"
                                + "public boolean test(Grading decide) throws Exception {\n" + body + "\n} }";
                    case "member" -> consequence + "public void execute(Grading decide) {}\n" + body + "\n}";
                    default -> body;
                };
    }

    private static String body(Attack attack) {
        int times = Integer.parseInt(attack.head("repeat", "0"));
        return times == 0
                ? attack.body()
                : REPEATED.matcher(attack.body())
                        .replaceAll((MatchResult found) -> found.group(1).repeat(times));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, byte[]> classes;

        Memory(JavaFileManager files, Map<String, byte[]> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String path = className.replace('.', '/') + ".class";
            return new SimpleJavaFileObject(URI.create("string:///" + path.replace('$', '_')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() throws IOException {
                            super.close();
                            classes.put(path, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
