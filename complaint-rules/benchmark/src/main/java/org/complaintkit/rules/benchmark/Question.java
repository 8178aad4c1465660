package org.complaintkit.rules.benchmark;

import java.util.Random;
import java.util.Set;

/**
 * A complaint as the sixty rules see it.
 *
 * @param channel how it came in
 * @param kind category named at intake
 * @param loss amount claimed, in whole yuan
 * @param persons how many complain
 * @param vip whether the customer ranks as important
 */
public record Question(String channel, String kind, long loss, int persons, boolean vip) {
    private static final String[] CHANNELS = {
        "PHONE", "LETTER", "EMAIL", "MEDIA", "REGULATOR", "WALK_IN", "WECHAT", "ONLINE"
    };

    static Question random(Random random) {
        return new Question(
                CHANNELS[random.nextInt(CHANNELS.length)],
                "K" + random.nextInt(14),
                (long) Math.pow(10, random.nextDouble() * 6),
                1 + random.nextInt(12),
                random.nextInt(4) == 0);
    }

    Set<String> facts() {
        return vip ? Set.of("VIP") : Set.of();
    }
}
