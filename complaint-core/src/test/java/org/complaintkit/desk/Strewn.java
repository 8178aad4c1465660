package org.complaintkit.desk;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All texts that the objects of the library print, of those handed in and of all that they hold. */
final class Strewn {
    private Strewn() {}

    static Set<String> texts(Object... roots) {
        Set<String> texts = new TreeSet<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(List.of(roots));
        while (!open.isEmpty()) {
            Object each = open.remove();
            if (each instanceof Optional<?> optional) {
                optional.ifPresent(open::add);
            } else if (each instanceof Map<?, ?> map) {
                open.addAll(map.keySet());
                open.addAll(map.values());
            } else if (each instanceof Collection<?> items) {
                open.addAll(items);
            } else if (each.getClass().getName().startsWith("org.complaintkit.") && seen.add(each)) {
                texts.add(each.toString());
                held(each).forEach(open::add);
            }
        }
        return texts;
    }

    /** Fields that hold something of the library; what a host put in as a plain text is the host's to print. */
    private static Collection<Object> held(Object owner) {
        Deque<Object> held = new ArrayDeque<>();
        for (Class<?> type = owner.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && type.getName().startsWith("org.complaintkit.")) {
                    try {
                        field.setAccessible(true);
                        Optional.ofNullable(field.get(owner)).ifPresent(held::add);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
        return held;
    }
}
