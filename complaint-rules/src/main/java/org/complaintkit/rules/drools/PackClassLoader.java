package org.complaintkit.rules.drools;

import java.util.Map;

/**
 * Holds the generated classes of one pack. It goes, with all of them, when the pack goes: nothing else refers to it.
 */
final class PackClassLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> classes;

    /**
     * Wraps classes.
     *
     * @param classes bytes by path, such as {@code a/b/C.class}
     */
    PackClassLoader(Map<String, byte[]> classes, ClassLoader parent) {
        super("complaint-pack", parent);
        this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name.replace('.', '/') + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
