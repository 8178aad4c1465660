package org.complaintkit.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One article of the policy's text.
 *
 * @param id such as {@code RCC-11a}
 * @param source place in the text, such as {@code Art. 11}
 * @param kind kind of clause: deadline, responsibility, scope ...
 * @param executedBy what executes it, as {@code deadline:RCC-D01}, {@code rule:...}, {@code duty:...}, {@code form:...},
 *     {@code report:...}, {@code parameter:...} or {@code metadata}; never empty
 * @param confidence how sure we are of it; null where its pack does not say
 * @param statement what it demands, in our words, by language tag ({@code en}, {@code zh-CN}, {@code zh-TW})
 */
public record Clause(
        String id,
        String source,
        String kind,
        List<String> executedBy,
        @Nullable Confidence confidence,
        Map<String, String> statement) {}
