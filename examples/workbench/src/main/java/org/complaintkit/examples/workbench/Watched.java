package org.complaintkit.examples.workbench;

import java.util.AbstractList;
import java.util.List;

/** A list that moves a bar on while somebody goes through it. */
final class Watched<T> extends AbstractList<T> {
    private final List<T> list;
    private final Progress progress;

    Watched(List<T> list, Progress progress) {
        this.list = list;
        this.progress = progress;
    }

    @Override
    public T get(int index) {
        progress.at(index, index);
        return list.get(index);
    }

    @Override
    public int size() {
        return list.size();
    }
}
