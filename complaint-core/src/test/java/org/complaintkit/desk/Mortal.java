package org.complaintkit.desk;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.complaintkit.repository.Claim;

/**
 * A process that dies at chosen steps. Each call of a port has two: before it, when nothing has come about, and after it,
 * when it has come about and the answer is lost. With a process end its claims, even those that it never came to know of.
 * The steps of a process that lives on are counted through.
 */
final class Mortal {
    private final Set<Integer> fatal;
    private final List<String> steps = new ArrayList<>();
    private final List<Claim<?>> claims = new ArrayList<>();

    Mortal(Set<Integer> fatal) {
        this.fatal = fatal;
    }

    /** All steps so far, each by the port's method. */
    List<String> steps() {
        return steps;
    }

    /** The port, as the dying process reaches it; whatever methods the port has, all are steps. */
    <T> T reaching(Class<T> port, T sound) {
        InvocationHandler calls = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(sound, arguments);
            }
            step("before " + method.getName());
            Object answer;
            try {
                answer = method.invoke(sound, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (answer instanceof Claim<?> claim) {
                claims.add(claim);
            }
            step("after " + method.getName());
            return answer;
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, calls));
    }

    private void step(String name) {
        steps.add(name);
        if (fatal.contains(steps.size())) {
            claims.forEach(Claim::close);
            claims.clear();
            throw new Crash(name);
        }
    }
}
