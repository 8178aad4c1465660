package org.complaintkit.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.kie.api.runtime.KieSession;

/** Sessions are lent to one at a time, kept for the next, and none is left behind. */
class SessionPoolTest {
    private final List<KieSession> made = new ArrayList<>();
    private final List<Object> gone = new ArrayList<>();
    private final SessionPool pool = new SessionPool(this::make);

    private KieSession make() {
        KieSession session = (KieSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KieSession.class}, (self, method, arguments) -> {
                    if (method.getName().equals("dispose")) {
                        gone.add(self);
                    }
                    return method.getName().equals("equals") ? same(self, arguments[0]) : null;
                });
        made.add(session);
        return session;
    }

    /** Has so many sessions lent at once. */
    private void deep(int depth, Runnable inside) {
        pool.use(session -> {
            if (depth == 1) {
                inside.run();
            } else {
                deep(depth - 1, inside);
            }
            return depth;
        });
    }

    private static boolean same(Object a, Object b) {
        return a == b;
    }

    @Test
    void a_session_that_comes_back_is_lent_again() {
        KieSession first = pool.use(session -> session);
        assertThat(same(pool.use(session -> session), first)).isTrue();
        assertThat(pool.opened()).isEqualTo(1);
        assertThat(pool.disposed()).isZero();
    }

    @Test
    void two_at_once_have_each_their_own() {
        boolean same = pool.use(outer -> pool.use(inner -> same(outer, inner)));
        assertThat(same).isFalse();
        assertThat(pool.opened()).isEqualTo(2);
    }

    @Test
    void a_session_in_which_something_went_wrong_is_not_lent_again() {
        assertThatThrownBy(() -> pool.use(session -> {
                    throw new IllegalArgumentException("broken");
                }))
                .hasMessage("broken");
        assertThat(pool.disposed()).isEqualTo(1);
        pool.use(session -> true);
        assertThat(pool.opened()).isEqualTo(2);
        assertThat(pool.disposed()).isEqualTo(1);
        assertThat(gone).hasSize(1);
    }

    @Test
    void sixteen_are_kept_and_what_is_more_goes() {
        for (int round = 1; round <= 3; round++) {
            deep(20, () -> {});
            assertThat(pool.opened()).isEqualTo(16 + 4L * round);
            assertThat(pool.disposed()).isEqualTo(4L * round);
        }
        deep(16, () -> {});
        assertThat(pool.opened()).as("all sixteen came from those kept").isEqualTo(28);
        assertThat(pool.disposed()).isEqualTo(12);
    }

    @Test
    void broken_ones_do_not_count_as_kept() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> pool.use(session -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        deep(16, () -> {});
        assertThat(pool.opened()).isEqualTo(36);
        assertThat(pool.disposed()).isEqualTo(20);
    }

    @Test
    void what_is_closed_lends_nothing_and_keeps_nothing() {
        deep(3, () -> {});
        pool.close();
        assertThat(pool.disposed()).isEqualTo(3).isEqualTo(pool.opened());
        assertThat(gone).hasSameSizeAs(made).allMatch(session -> made.stream().anyMatch(each -> same(each, session)));
        assertThatThrownBy(() -> pool.use(session -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void a_question_under_way_ends_well_and_its_session_goes() {
        Supplier<Integer> answer = () -> pool.use(session -> {
            pool.close();
            return 7;
        });
        assertThat(answer.get()).isEqualTo(7);
        assertThat(pool.disposed()).isEqualTo(1);
    }
}
