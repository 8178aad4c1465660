package org.complaintkit.rules.simulate;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.drools.DroolsRuleBook;

/**
 * By what cases are decided: packs, parameters, calendars. Immutable; thread-safe if the packs are.
 *
 * @param packs gives the rule book of a pack by its id, always the same one; throws {@link InvalidInputException} for one
 *     that it has not
 * @param calendars working calendars by id
 */
public record Scenario(Function<String, DroolsRuleBook> packs, CalendarRegistry calendars) {
    /** With the calendars of this project. */
    public static Scenario of(Function<String, DroolsRuleBook> packs) {
        return new Scenario(packs, CalendarRegistry.standard());
    }

    /** With this version of a pack in place of the one with the same id. */
    public Scenario with(DroolsRuleBook book) {
        String replaced = book.policy().id();
        return new Scenario(id -> id.equals(replaced) ? book : packs.apply(id), calendars);
    }

    /**
     * With parameters set in one pack; what a case itself sets comes over that.
     *
     * @throws InvalidInputException if the pack does not declare one, or refuses a value
     */
    public Scenario with(String pack, Map<String, String> parameters) {
        return with(packs.apply(pack).with(new TreeMap<>(parameters)));
    }

    /** With other working days. */
    public Scenario with(CalendarRegistry other) {
        return new Scenario(packs, other);
    }
}
