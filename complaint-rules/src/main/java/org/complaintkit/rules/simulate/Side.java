package org.complaintkit.rules.simulate;

import java.util.List;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.rules.cases.Story;
import org.jspecify.annotations.Nullable;

/** A story under one scenario: what governs it, and what comes of it or why it is refused. Used once. */
final class Side {
    private Telling.@Nullable Governed governed;
    private @Nullable Case value;
    private @Nullable InvalidInputException refusal;

    private Side() {}

    static Side of(Telling telling, Story story, List<String> packs) {
        Side side = new Side();
        try {
            side.governed = telling.governing(story, packs);
        } catch (InvalidInputException e) {
            side.refusal = e;
        }
        return side;
    }

    void tell(Story story) {
        if (governed != null) {
            try {
                value = governed.told(story);
            } catch (InvalidInputException e) {
                refusal = e;
            }
        }
    }

    Telling.@Nullable Governed governed() {
        return governed;
    }

    @Nullable
    Case value() {
        return value;
    }

    @Nullable
    InvalidInputException refusal() {
        return refusal;
    }
}
