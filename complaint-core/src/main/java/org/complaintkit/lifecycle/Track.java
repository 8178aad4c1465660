package org.complaintkit.lifecycle;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of one pack through a case: the state in which it is by its own lifecycle table, and the round in which its
 * clocks are. What ends or begins a matter by the text of one pack need not do so by that of another; the case shows the
 * track of its first pack. Confined to a draft.
 */
final class Track {
    final List<Step> steps = new ArrayList<>();
    String state = "";

    /** The number that the round of the pack has in the case. */
    int round = 1;

    /** Positions in the events of the case, and in the steps of this track, at which the round begins. */
    int firstEvent;

    int firstStep;

    void enter(Step step) {
        state = step.state();
        steps.add(step);
    }

    /** The steps of this round. */
    List<Step> ofRound() {
        return steps.subList(firstStep, steps.size());
    }

    /** The steps of the rounds before. */
    List<Step> earlier() {
        return steps.subList(0, firstStep);
    }

    /** The state in which the pack was before the one in which it is. */
    String stateBefore() {
        return steps.stream()
                .map(Step::state)
                .filter(each -> !each.equals(state))
                .reduce(state, (earlier, later) -> later);
    }

    /** Begins a round with the event that stands at a position. */
    void begin(int number, int event) {
        round = number;
        firstEvent = event;
        firstStep = steps.size();
    }

    Progress.Run run() {
        return new Progress.Run(round, firstEvent, firstStep);
    }

    void resume(String state, List<Step> steps, Progress.Run run) {
        this.state = state;
        this.steps.addAll(steps);
        round = run.round();
        firstEvent = run.firstEvent();
        firstStep = run.firstStep();
    }
}
