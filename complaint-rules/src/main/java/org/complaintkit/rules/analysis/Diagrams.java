package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Functions of the variables of a {@link Space} as decision diagrams: a node asks for one variable and has a branch for
 * each of its value classes. Equal functions are equal numbers, so that what holds for all values is settled by
 * comparing two numbers. Not thread-safe.
 */
final class Diagrams {
    static final int NEVER = 0;
    static final int ALWAYS = 1;

    /** Beyond it the question is given up, and said to be. */
    static final int MOST_NODES = 2_000_000;

    /** Branches of all nodes: a variable of ten thousand bounds has as many. */
    static final long MOST_BRANCHES = 40_000_000;

    /** Steps of searches that compare each with each; one is about a tenth of a microsecond. */
    static final long MOST_WORK = 30_000_000;

    private final List<int[]> nodes =
            new ArrayList<>(List.of(new int[] {Integer.MAX_VALUE}, new int[] {Integer.MAX_VALUE}));
    private final Map<Node, Integer> unique = new HashMap<>();
    private final Map<Long, Integer> conjunctions = new HashMap<>();
    private final Map<Integer, Integer> negations = new HashMap<>();
    private final int most;
    private int room;
    private long branches;
    private long work;

    /**
     * No functions yet. Half of the room is for those that are read, the other half for what is asked about them.
     *
     * @param most nodes that may be made
     */
    Diagrams(int most) {
        this.most = most;
        this.room = most / 2;
    }

    /** All has been read: from now on all of the room may be used. */
    void widen() {
        room = most;
    }

    /**
     * Asked before a search begins, or takes what it needs.
     *
     * @param steps what it costs at most
     * @throws TooLarge if that is more than is left
     */
    void work(long steps) {
        work += steps;
        if (work > MOST_WORK) {
            throw new TooLarge();
        }
    }

    /** What was asked for so far. */
    long work() {
        return work;
    }

    /** A place to come back to. */
    int mark() {
        return nodes.size();
    }

    /** Forgets all functions made since, and what was reckoned with them: their numbers mean nothing any more. */
    void back(int mark) {
        for (int i = nodes.size() - 1; i >= mark; i--) {
            int[] content = nodes.remove(i);
            branches -= content.length;
            unique.remove(new Node(content));
        }
        conjunctions
                .entrySet()
                .removeIf(each -> each.getValue() >= mark || (each.getKey() & Integer.MAX_VALUE) >= mark);
        negations.entrySet().removeIf(each -> each.getKey() >= mark || each.getValue() >= mark);
    }

    /** Thrown where a question is too large to be answered. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(null, null, false, false);
        }
    }

    /** A node by what it asks and where it leads. */
    private static final class Node {
        private final int[] content;
        private final int hash;

        Node(int[] content) {
            this.content = content;
            this.hash = Arrays.hashCode(content);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Node node && Arrays.equals(content, node.content);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** How many nodes there are: what the analysis costs. */
    int size() {
        return nodes.size();
    }

    /** Holds where the variable has one of the classes marked. */
    int where(int variable, boolean[] classes) {
        int[] content = new int[classes.length + 1];
        content[0] = variable;
        for (int i = 0; i < classes.length; i++) {
            content[i + 1] = classes[i] ? ALWAYS : NEVER;
        }
        return node(content);
    }

    private int node(int[] content) {
        boolean asks = false;
        for (int i = 2; i < content.length && !asks; i++) {
            asks = content[i] != content[1];
        }
        if (!asks) {
            return content[1];
        }
        Node node = new Node(content);
        Integer known = unique.get(node);
        if (known != null) {
            return known;
        }
        if (nodes.size() >= room || branches + content.length > MOST_BRANCHES) {
            throw new TooLarge();
        }
        branches += content.length;
        unique.put(node, nodes.size());
        nodes.add(content);
        return nodes.size() - 1;
    }

    int not(int f) {
        if (f <= ALWAYS) {
            return ALWAYS - f;
        }
        Integer known = negations.get(f);
        if (known != null) {
            return known;
        }
        int[] content = nodes.get(f).clone();
        for (int i = 1; i < content.length; i++) {
            content[i] = not(content[i]);
        }
        int result = node(content);
        negations.put(f, result);
        return result;
    }

    int and(int f, int g) {
        if (f == NEVER || g == NEVER) {
            return NEVER;
        }
        if (f == ALWAYS || f == g) {
            return g;
        }
        if (g == ALWAYS) {
            return f;
        }
        long key = ((long) Math.min(f, g) << 32) | Math.max(f, g);
        Integer known = conjunctions.get(key);
        if (known != null) {
            return known;
        }
        int[] left = nodes.get(f);
        int[] right = nodes.get(g);
        int[] content = (left[0] <= right[0] ? left : right).clone();
        for (int i = 1; i < content.length; i++) {
            content[i] = and(left[0] == content[0] ? left[i] : f, right[0] == content[0] ? right[i] : g);
        }
        int result = node(content);
        conjunctions.put(key, result);
        return result;
    }

    int and(int f, int g, int h) {
        return and(and(f, g), h);
    }

    int or(int f, int g) {
        return not(and(not(f), not(g)));
    }

    /** Holds wherever one of them holds. */
    int any(Iterable<Integer> parts) {
        int any = NEVER;
        for (int part : parts) {
            any = or(any, part);
        }
        return any;
    }

    /** The variables for which a function asks. */
    BitSet asks(int f) {
        BitSet variables = new BitSet();
        asks(f, variables, new BitSet());
        return variables;
    }

    private void asks(int f, BitSet variables, BitSet seen) {
        if (f > ALWAYS && !seen.get(f)) {
            seen.set(f);
            int[] node = nodes.get(f);
            variables.set(node[0]);
            for (int i = 1; i < node.length; i++) {
                asks(node[i], variables, seen);
            }
        }
    }

    /** The function with one variable fixed. */
    int with(int f, int variable, int value) {
        return with(f, variable, value, new HashMap<>());
    }

    private int with(int f, int variable, int value, Map<Integer, Integer> done) {
        int[] node = nodes.get(f);
        if (node[0] > variable) {
            return f;
        }
        if (node[0] == variable) {
            return node[value + 1];
        }
        Integer known = done.get(f);
        if (known != null) {
            return known;
        }
        int[] content = node.clone();
        for (int i = 1; i < content.length; i++) {
            content[i] = with(content[i], variable, value, done);
        }
        int result = node(content);
        done.put(f, result);
        return result;
    }

    /** Whether the function holds for these classes, one a variable. */
    boolean holds(int f, int[] classes) {
        int at = f;
        while (at > ALWAYS) {
            int[] node = nodes.get(at);
            at = node[classes[node[0]] + 1];
        }
        return at == ALWAYS;
    }

    /**
     * The plainest classes, one a variable, for which the function holds.
     *
     * @param space says how far each class lies from the usual; what nothing asks for stays as usual
     * @throws IllegalArgumentException if it never holds
     */
    int[] plainest(int f, Space space) {
        if (f == NEVER) {
            throw new IllegalArgumentException("it never holds");
        }
        Map<Integer, Integer> costs = new HashMap<>();
        cost(f, space, costs);
        int[] classes = space.usual();
        int at = f;
        while (at > ALWAYS) {
            int[] node = nodes.get(at);
            int best = cheapest(node, space, costs);
            classes[node[0]] = best - 1;
            at = node[best];
        }
        return classes;
    }

    private int cost(int f, Space space, Map<Integer, Integer> costs) {
        if (f <= ALWAYS) {
            return f == ALWAYS ? 0 : Integer.MAX_VALUE;
        }
        Integer known = costs.get(f);
        if (known != null) {
            return known;
        }
        int[] node = nodes.get(f);
        for (int i = 1; i < node.length; i++) {
            cost(node[i], space, costs);
        }
        int cost = through(node, cheapest(node, space, costs), space, costs);
        costs.put(f, cost);
        return cost;
    }

    private int cheapest(int[] node, Space space, Map<Integer, Integer> costs) {
        int best = 1;
        for (int i = 2; i < node.length; i++) {
            if (through(node, i, space, costs) < through(node, best, space, costs)) {
                best = i;
            }
        }
        return best;
    }

    private int through(int[] node, int branch, Space space, Map<Integer, Integer> costs) {
        int beyond = cost(node[branch], space, costs);
        return beyond == Integer.MAX_VALUE
                ? beyond
                : beyond + space.variables().get(node[0]).costs().get(branch - 1);
    }
}
