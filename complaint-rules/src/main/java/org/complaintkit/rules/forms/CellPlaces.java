package org.complaintkit.rules.forms;

import org.complaintkit.rules.pack.Cell;
import org.complaintkit.rules.pack.Position;

/** Finds where the parts of a cell stand, asked for one after the other as they are read. Not thread-safe. */
final class CellPlaces {
    private final Cell cell;
    private int next;

    CellPlaces(Cell cell) {
        this.cell = cell;
    }

    /** The place of the cell as a whole. */
    Position whole() {
        return cell.at();
    }

    /** The next place of a part; of one that is not written so, the cell. */
    Position of(String part) {
        int found = part.isEmpty() ? -1 : cell.text().indexOf(part, next);
        if (found < 0) {
            return cell.at();
        }
        next = found + part.length();
        return cell.place(found, next);
    }
}
