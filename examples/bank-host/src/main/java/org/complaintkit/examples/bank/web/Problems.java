package org.complaintkit.examples.bank.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.examples.bank.ChangedCaseException;
import org.complaintkit.repository.StaleCaseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Errors as problem details (RFC 9457). They tell what is wrong, what is required and what to do, and never repeat what was
 * sent: it may be personal. What nobody foresaw is told by a reference only, under which the log has the place.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9_./:-]{1,80}");
    private static final String TYPE = "urn:complaint-kit:";
    private static final String NOT_ANSWERED =
            "the question could not be answered; ask again, or tell us the reference";
    private static final String PERHAPS_WRITTEN =
            "it is not certain whether this was written; send the same again with the same Idempotency-Key, or tell us"
                    + " the reference";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidInputException e) {
        HttpStatus status = switch (e.code()) {
            case "UNKNOWN_CASE", "UNKNOWN_KIND", "UNKNOWN_INSTITUTION" -> HttpStatus.NOT_FOUND;
            case "CASE_NOT_ARCHIVED", "RECORDS_HELD", "RETENTION_RUNS" -> HttpStatus.CONFLICT;
            case "MALFORMED_JSON", "IDEMPOTENCY_KEY", "IF_MATCH" -> HttpStatus.BAD_REQUEST;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        ProblemDetail problem = problem(status, e.code(), e.rule() + "; " + e.wayOut());
        problem.setProperty("code", e.code());
        named(problem, "subject", e.subject());
        problem.setProperty("rule", e.rule());
        problem.setProperty("wayOut", e.wayOut());
        named(problem, "at", e.at());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changed(ChangedCaseException e) {
        return answer(problem(
                HttpStatus.PRECONDITION_FAILED,
                "CHANGED_CASE",
                "the case was changed since; read it again and decide"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(StaleCaseException e) {
        return answer(problem(
                HttpStatus.CONFLICT,
                "STALE_CASE",
                "another write came first; nothing was written, read and try again"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(AccessDeniedException e) {
        return answer(problem(
                HttpStatus.FORBIDDEN,
                "NOT_YOUR_ROLE",
                "act in a role that you hold and that may tell of this, or as CUSTOMER for the customer"));
    }

    /**
     * The message may quote a row, so only the kind and the place are logged. What was asked for is perhaps written all the
     * same: a commit may reach the database, and its answer be lost.
     */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception e, HttpServletRequest request) {
        String reference = UUID.randomUUID().toString();
        StackTraceElement[] stack = e.getStackTrace();
        LOG.atError()
                .addKeyValue("reference", reference)
                .addKeyValue("failure", e.getClass().getName())
                .addKeyValue("place", stack.length == 0 ? "unknown" : stack[0].toString())
                .log("request failed");
        boolean asked = request.getMethod().equals("GET");
        ProblemDetail problem =
                problem(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", asked ? NOT_ANSWERED : PERHAPS_WRITTEN);
        problem.setProperty("reference", reference);
        return answer(problem);
    }

    /** Spring's own errors, whose texts quote what was sent. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode statusCode, WebRequest request) {
        HttpStatusCode status = request.getAttribute(BodyLimit.EXCEEDED, WebRequest.SCOPE_REQUEST) == null
                ? statusCode
                : HttpStatus.CONTENT_TOO_LARGE;
        String code = HttpStatus.valueOf(status.value()).name();
        ProblemDetail problem = problem(status, code, "see /openapi.json for what this address takes");
        return new ResponseEntity<>(problem, headers, status);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = problem(
                status,
                "PARAMETER",
                "a moment is written 2026-03-02T09:00:00Z, a day 2026-03-02, a limit as a whole number");
        if (e instanceof MethodArgumentTypeMismatchException named) {
            problem.setProperty("subject", named.getName());
        }
        return new ResponseEntity<>(problem, headers, status);
    }

    /** What is required is named, whatever was sent instead. */
    @Override
    protected ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return missing(
                e instanceof MissingRequestHeaderException header ? header.getHeaderName() : "", headers, status);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return missing(e.getParameterName(), headers, status);
    }

    private static ResponseEntity<Object> missing(String name, HttpHeaders headers, HttpStatusCode status) {
        ProblemDetail problem = problem(status, "MISSING", "a header or parameter is required; send it along");
        named(problem, "subject", name);
        return new ResponseEntity<>(problem, headers, status);
    }

    /** The place of an error; one that looks like no field of ours may be somebody's words and is left out. */
    private static void named(ProblemDetail problem, String property, String place) {
        if (PLACE.matcher(place).matches()) {
            problem.setProperty(property, place);
        }
    }

    /** A problem; its type is the code, its title the same in words. */
    static ProblemDetail problem(HttpStatusCode status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(code.charAt(0) + code.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT));
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }
}
