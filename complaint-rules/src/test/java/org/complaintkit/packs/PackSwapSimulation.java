package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Situation;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.shelf.PackShelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Shipped packs are swapped for other versions of themselves while they decide, one after the other, and what a version
 * brought goes with it. {@code -Dcomplaintkit.swaps=1000} for the full size, over all packs; a tenth of the swaps is what the
 * platform may take to make for itself what it needs.
 */
class PackSwapSimulation {
    private static final int FEW = 40;
    private static final int SWAPS = Integer.getInteger("complaintkit.swaps", FEW);
    private static final int PACKS = SWAPS == FEW ? 1 : Integer.MAX_VALUE;
    private static final int EARLY = Math.max(SWAPS / 10, 20);

    private static final Situation CALL =
            Situation.of(Complaint.received("C-1", Instant.EPOCH, "PHONE").build(), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    /** The two versions of a pack between which it is swapped. */
    private record Versions(String id, Path one, Path other) {}

    @Test
    void swaps_leave_nothing_behind() throws IOException {
        List<Versions> table = new ArrayList<>();
        for (String id : ShippedPacks.first(PACKS)) {
            table.add(new Versions(
                    id, ShippedPacks.version(id, "9.0.0", folder), ShippedPacks.version(id, "9.1.0", folder)));
        }
        try (PackShelf shelf = PackShelf.of(Packs.folder(table.get(0).one()))) {
            table.stream().skip(1).forEach(versions -> shelf.activate(Packs.folder(versions.one())));
            long classes = 0;
            long memory = 0;
            for (int swap = 0; swap < SWAPS; swap++) {
                Versions versions = table.get(swap % table.size());
                PackVersion old = shelf.get(versions.id()).policy().pack();
                shelf.activate(Packs.folder(old.version().equals("9.0.0") ? versions.other() : versions.one()));
                assertThat(Decision.of(shelf.get(versions.id()), CALL)).isNotNull();
                shelf.retire(old);
                if (swap == EARLY) {
                    classes = classes();
                    memory = metaspace();
                }
            }
            long laterClasses = classes();
            long laterMemory = metaspace();
            if (SWAPS > FEW) {
                System.out.printf(
                        "%d swaps of %d packs, from swap %d on: classes %d to %d, metaspace %d to %d kB%n",
                        SWAPS, table.size(), EARLY, classes, laterClasses, memory >> 10, laterMemory >> 10);
            }
            assertThat(laterClasses).isLessThan(classes + 100);
            assertThat(laterMemory).isLessThanOrEqualTo(memory + (4 << 20));
        }
    }

    private static long classes() {
        System.gc();
        System.gc();
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
