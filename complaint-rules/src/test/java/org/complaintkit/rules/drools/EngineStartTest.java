package org.complaintkit.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is begun aside comes to the one who waits for it, whatever it came to. */
class EngineStartTest {
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void the_work_is_done_once_after_what_comes_before_it() {
        Supplier<String> work = EngineStart.after(() -> done.add("before"), () -> {
            done.add("work");
            return "result";
        });
        assertThat(work.get()).isEqualTo("result");
        assertThat(work.get()).isEqualTo("result");
        assertThat(done).containsExactly("before", "work");
        assertThat(EngineStart.begin()).as("the engine has started by then").isTrue();
    }

    @Test
    void it_is_done_aside_on_a_thread_that_holds_up_nothing() {
        Thread thread = EngineStart.after(() -> {}, Thread::currentThread).get();
        assertThat(thread).isNotSameAs(Thread.currentThread());
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void what_is_thrown_before_keeps_the_work_from_being_done() {
        Supplier<Boolean> work = EngineStart.after(
                () -> {
                    throw new IllegalArgumentException("refused");
                },
                () -> done.add("work"));
        assertThatThrownBy(work::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("refused");
        assertThat(done).isEmpty();
    }

    @Test
    void an_error_is_thrown_as_it_is() {
        Supplier<Boolean> work = EngineStart.after(() -> {}, () -> {
            throw new LinkageError("does not fit");
        });
        assertThatThrownBy(work::get).isInstanceOf(LinkageError.class).hasMessage("does not fit");
    }

    @Test
    void whoever_is_interrupted_waits_all_the_same_and_stays_interrupted() {
        Supplier<Integer> work = EngineStart.after(() -> {}, () -> 7);
        Thread.currentThread().interrupt();
        assertThat(work.get()).isEqualTo(7);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(work.get()).isEqualTo(7);
        assertThat(Thread.interrupted()).isFalse();
    }
}
