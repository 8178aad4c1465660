package org.complaintkit.rules.forms;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the rules in a file by the line where each begins, whether or not the rule itself can be read. */
final class RuleNames {
    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*rule[ \\t]*\"([^\"\\r\\n]{1,200})\"");

    private RuleNames() {}

    static NavigableMap<Integer, String> in(String text) {
        NavigableMap<Integer, String> names = new TreeMap<>();
        Matcher rule = RULE.matcher(text);
        int line = 1;
        int counted = 0;
        while (rule.find()) {
            for (; counted < rule.start(); counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            names.put(line, rule.group(1));
        }
        return names;
    }
}
