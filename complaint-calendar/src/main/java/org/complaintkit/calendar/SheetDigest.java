package org.complaintkit.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/** Names a sheet by its content. */
final class SheetDigest {
    private static final int SHOWN = 12;

    private SheetDigest() {}

    static String of(CalendarSheet sheet) {
        HolidayForecast forecast = sheet.forecast();
        StringBuilder s = new StringBuilder("calendar 1\n")
                .append(sheet.id())
                .append('\n')
                .append(sheet.weekend())
                .append('\n')
                .append(sheet.knownFrom())
                .append("..")
                .append(sheet.knownThrough())
                .append('\n')
                .append(forecast == null ? "-" + sheet.moreDaysOff() + "+" + sheet.fewerDaysOff() : forecast.id())
                .append('\n');
        for (ListedDay day : sheet.listed().values()) {
            s.append(day.date())
                    .append('\t')
                    .append(day.kind())
                    .append('\t')
                    .append(day.name())
                    .append('\t')
                    .append(day.source())
                    .append('\n');
        }
        // What listed days cite is in their lines.
        Set<String> cited =
                sheet.listed().values().stream().map(ListedDay::source).collect(Collectors.toSet());
        sheet.schedules().forEach((from, source) -> {
            if (!cited.contains(source)) {
                s.append(from).append("\tSCHEDULE\t").append(source).append('\n');
            }
        });
        return sheet.id() + "-sha256:"
                + hex(s.toString().getBytes(StandardCharsets.UTF_8)).substring(0, SHOWN);
    }

    static String hex(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
