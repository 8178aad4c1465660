package org.complaintkit.examples.bank.kit;

import org.complaintkit.calendar.InvalidInputException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in words what hinders the start: a pack that is not there, a parameter out of its range. */
final class InvalidInputFailureAnalyzer extends AbstractFailureAnalyzer<InvalidInputException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidInputException cause) {
        String value = cause.value().isEmpty() ? "" : " '" + cause.value() + "'";
        String place = cause.at().isEmpty() ? "" : " at " + cause.at();
        String description = cause.subject() + value + place + " cannot be used (" + cause.code() + ").\n\nExpected: "
                + cause.rule();
        return new FailureAnalysis(description, cause.wayOut(), cause);
    }
}
