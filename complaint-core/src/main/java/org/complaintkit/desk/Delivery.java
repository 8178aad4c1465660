package org.complaintkit.desk;

import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.duty.DutyPort;
import org.complaintkit.duty.Notice;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.StaleCaseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands notices to the port of the host, and confirms those that it took. */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(ComplaintDesk.class);

    /** Few: a port that hangs holds up what its sweep has claimed. */
    private static final int DELIVERIES = 10;

    private final CaseRepository repository;
    private final @Nullable DutyPort dutyPort;

    /** Without a port nothing is handed out: it waits in the store for a desk that has one. */
    Delivery(CaseRepository repository, @Nullable DutyPort dutyPort) {
        this.repository = repository;
        this.dutyPort = dutyPort;
    }

    /**
     * What a round over all that waits came to.
     *
     * @param taken notices that the port took
     * @param left notices that it did not
     */
    record Round(int taken, int left) {}

    /** Hands out everything that waits. */
    Round all() {
        int delivered = 0;
        int undelivered = 0;
        String lastKey = dutyPort == null ? null : "";
        while (lastKey != null) {
            try (Claim<Notice> claim = repository.unpublished(lastKey, DELIVERIES)) {
                List<Notice> waiting = claim.items();
                int taken = publish(waiting);
                delivered += taken;
                undelivered += waiting.size() - taken;
                lastKey = waiting.isEmpty()
                        ? null
                        : waiting.get(waiting.size() - 1).key();
            }
        }
        return new Round(delivered, undelivered);
    }

    /** Hands these out; how many were taken. */
    int publish(List<Notice> notices) {
        if (dutyPort == null) {
            return 0;
        }
        List<String> taken = new ArrayList<>();
        for (Notice notice : notices) {
            try {
                dutyPort.deliver(notice);
                taken.add(notice.key());
            } catch (Throwable e) {
                requireSurvivable(e);
                LOG.warn("notice {} was not taken: {}", notice.key(), named(e));
            }
        }
        repository.published(taken);
        return taken.size();
    }

    /**
     * Lets what ends the process end it: a virtual machine that is out of memory or broken. All else is the fault of one
     * notice or case, an endless recursion, a class that is not there and a failed assertion among them, and the next ones
     * do not wait for it.
     */
    static void requireSurvivable(Throwable e) {
        if (e instanceof VirtualMachineError fatal && !(e instanceof StackOverflowError)) {
            throw fatal;
        }
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    /** Our own errors tell what is wrong; one of a host may quote the row it failed at, so only its kind is told. */
    static String named(Throwable e) {
        boolean ours = e instanceof InvalidInputException || e instanceof StaleCaseException;
        return ours ? e.toString() : e.getClass().getName();
    }
}
