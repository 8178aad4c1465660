package org.complaintkit.rules.drools;

import java.util.Map;
import org.complaintkit.rules.wall.ClassWall;

/**
 * Holds the generated classes of one pack. It goes, with all of them, when the pack goes: nothing else refers to it. Of the
 * host's classes they see those that the wall lists; any other does not exist for them, even if the wall was deceived.
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
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String path = path(name);
        if (path.startsWith(ClassWall.PACKAGE) && classes.containsKey(path)) {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
        if (!ClassWall.lets(name)) {
            throw new ClassNotFoundException("a pack does not see " + name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(path(name));
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static String path(String name) {
        return name.replace('.', '/') + ".class";
    }
}
