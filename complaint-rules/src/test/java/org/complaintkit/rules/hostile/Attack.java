package org.complaintkit.rules.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of the hostile corpus. A file of entries is text: {@code == name}, lines {@code key: value}, a line {@code
 * --}, the body.
 *
 * @param name what is tried
 * @param heads the lines before the body
 * @param body what the attacker writes
 */
public record Attack(String name, Map<String, String> heads, String body) {
    private static final Pattern REPEATED = Pattern.compile("‹([^‹›]+)\\*(\\d+)›", Pattern.DOTALL);
    private static final Pattern CHARACTER = Pattern.compile("‹U\\+([0-9A-F]+)›");

    /** What many of them try to leave: a property or a file. */
    static boolean canary() {
        return System.getProperty("complaintkit.canary") != null || Files.exists(Path.of("target/complaintkit-canary"));
    }

    public static List<Attack> read(String resource) {
        String text;
        try (InputStream in = Attack.class.getResourceAsStream("/hostile/" + resource)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Attack> attacks = new ArrayList<>();
        for (String block : text.split("(?m)^== ", -1)) {
            if (!block.isBlank() && !block.startsWith("#")) {
                attacks.add(entry(block));
            }
        }
        return attacks;
    }

    private static Attack entry(String block) {
        String[] parts = block.split("\n--\n", 2);
        Map<String, String> heads = new LinkedHashMap<>();
        parts[0].lines().skip(1).forEach(line -> {
            String[] head = line.split(": ", 2);
            heads.put(head[0], head[1]);
        });
        String body = parts.length == 1 ? "" : parts[1].stripTrailing();
        return new Attack(parts[0].lines().findFirst().orElseThrow(), heads, body);
    }

    public String head(String key) {
        String value = heads.get(key);
        if (value == null) {
            throw new IllegalArgumentException(name + " has no line " + key);
        }
        return value;
    }

    public String head(String key, String otherwise) {
        return heads.getOrDefault(key, otherwise);
    }

    /** The body with {@code ‹U+0041›} as the character and {@code ‹x*3›} as xxx. */
    String written() {
        String characters = CHARACTER
                .matcher(body)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
        return REPEATED.matcher(characters)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }

    @Override
    public String toString() {
        return name;
    }
}
