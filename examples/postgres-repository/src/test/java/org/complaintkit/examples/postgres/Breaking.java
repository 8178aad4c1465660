package org.complaintkit.examples.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A line to the database that breaks once, at a chosen call: before the call, or after it so that its answer is lost. What
 * runs over the broken connection afterwards fails; connections made later are sound.
 */
final class Breaking {
    private static final Set<String> CALLS =
            Set.of("setAutoCommit", "execute", "executeQuery", "executeUpdate", "executeBatch", "commit", "rollback");

    private final List<String> calls = new ArrayList<>();
    private final int at;
    private final String only;
    private final boolean carriedOut;
    private final boolean breaksOff;
    private @Nullable Connection gone;

    /** Breaks at the {@code at}-th call, from 1; 0 for never. */
    Breaking(int at, boolean carriedOut) {
        this(at, "", carriedOut, true);
    }

    private Breaking(int at, String only, boolean carriedOut, boolean breaksOff) {
        this.at = at;
        this.only = only;
        this.carriedOut = carriedOut;
        this.breaksOff = breaksOff;
    }

    /** Breaks at the {@code nth} call of a name, whose answer is lost. */
    static Breaking at(String name, int nth) {
        return new Breaking(nth, name, true, true);
    }

    /** Fails once, at the {@code nth} call of a name, and stays open: whoever has the connection must close it. */
    static Breaking failing(String name, int nth) {
        return new Breaking(nth, name, false, false);
    }

    /** The calls so far, each by its method. */
    List<String> calls() {
        return calls;
    }

    boolean broken() {
        return gone != null;
    }

    /** Connections over this line. */
    DataSource source(DataSource sound) {
        return proxy(DataSource.class, sound, null);
    }

    private <T> T proxy(Class<T> type, Object sound, @Nullable Connection under) {
        Object made = Proxy.newProxyInstance(
                Breaking.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    boolean counted = CALLS.contains(name) && (only.isEmpty() || only.equals(name));
                    if (CALLS.contains(name) && under != null && under == gone) {
                        throw lost();
                    }
                    if (counted) {
                        calls.add(name);
                    }
                    boolean breaks = counted && calls.size() == at;
                    if (breaks && !carriedOut) {
                        throw broken(under);
                    }
                    Object answer;
                    try {
                        answer = method.invoke(sound, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (breaks) {
                        throw broken(under);
                    }
                    Class<?> answered = method.getReturnType();
                    if (answer instanceof Connection connection) {
                        return proxy(Connection.class, connection, connection);
                    }
                    boolean statement =
                            answered.isInterface() && answered.getSimpleName().endsWith("Statement");
                    return statement ? proxy(answered, answer, under) : answer;
                });
        return type.cast(made);
    }

    /** The server ends the session as soon as it finds nobody at the other end: what was not committed is rolled back. */
    private SQLException broken(@Nullable Connection connection) throws SQLException {
        if (connection != null && breaksOff) {
            gone = connection;
            connection.abort(Runnable::run);
        }
        return lost();
    }

    private static SQLException lost() {
        return new SQLException("the line is broken", "08006");
    }
}
