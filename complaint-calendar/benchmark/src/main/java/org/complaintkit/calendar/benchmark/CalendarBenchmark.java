package org.complaintkit.calendar.benchmark;

import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.DayKind;
import org.complaintkit.calendar.DueDates;
import org.complaintkit.calendar.DueQuestion;
import org.complaintkit.calendar.ServiceClock;
import org.complaintkit.calendar.ServiceHours;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.WorkingCalendar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Each question once for us and once for the peer, over the same 4,096 random days and the same holidays. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CalendarBenchmark {
    private static final int SIZE = 4096;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final WorkingCalendar ours = CalendarRegistry.standard().get("CN");
    private final ImmutableHolidayCalendar peer = peer();
    private final LocalDate[] days = days();
    private final LocalDate[] beyond = new LocalDate[SIZE];
    private final LocalDate[][] ends = new LocalDate[3][SIZE];
    private final Instant[] instants = new Instant[SIZE];
    private final ServiceClock clock = ServiceClock.of(ours, ServiceHours.parse("WD 09:00-12:00,13:30-17:30"), ZONE);
    private final NaiveShifts naive = new NaiveShifts(ours, ZONE);
    private int at;

    /** Fills the starts. */
    public CalendarBenchmark() {
        for (int i = 0; i < SIZE; i++) {
            beyond[i] = days[i].plusYears(25);
            ends[0][i] = days[i].plusDays(30);
            ends[1][i] = days[i].plusYears(1);
            ends[2][i] = days[i].plusYears(10);
            instants[i] = days[i].atTime(i % 24, i % 60).atZone(ZONE).toInstant();
        }
    }

    private static LocalDate[] days() {
        Random random = new Random(1);
        LocalDate[] days = new LocalDate[SIZE];
        for (int i = 0; i < SIZE; i++) {
            days[i] = LocalDate.of(2008, 1, 1).plusDays(random.nextInt(2_900));
        }
        return days;
    }

    private ImmutableHolidayCalendar peer() {
        List<LocalDate> holidays = new ArrayList<>();
        List<LocalDate> workingWeekendDays = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2007, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            DayKind kind = ours.day(day).kind();
            if (kind == DayKind.HOLIDAY) {
                holidays.add(day);
            } else if (kind == DayKind.MAKE_UP) {
                workingWeekendDays.add(day);
            }
        }
        return ImmutableHolidayCalendar.of(
                HolidayCalendarId.of("CN"),
                holidays,
                List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                workingWeekendDays);
    }

    private LocalDate day() {
        return days[at++ & SIZE - 1];
    }

    private Instant instant() {
        return instants[at++ & SIZE - 1];
    }

    /** Ours. */
    @Benchmark
    public boolean isWorkingDay_ours() {
        return ours.isWorkingDay(day());
    }

    /** The peer's. */
    @Benchmark
    public boolean isWorkingDay_peer() {
        return peer.isBusinessDay(day());
    }

    /** Ours. */
    @Benchmark
    public LocalDate add0003_ours() {
        return ours.plusWorkingDays(day(), 3);
    }

    /** The peer's. */
    @Benchmark
    public LocalDate add0003_peer() {
        return peer.shift(day(), 3);
    }

    /** Ours. */
    @Benchmark
    public LocalDate add0015_ours() {
        return ours.plusWorkingDays(day(), 15);
    }

    /** The peer's. */
    @Benchmark
    public LocalDate add0015_peer() {
        return peer.shift(day(), 15);
    }

    /** Ours. */
    @Benchmark
    public LocalDate add0060_ours() {
        return ours.plusWorkingDays(day(), 60);
    }

    /** The peer's. */
    @Benchmark
    public LocalDate add0060_peer() {
        return peer.shift(day(), 60);
    }

    /** Ours. */
    @Benchmark
    public LocalDate add1000_ours() {
        return ours.plusWorkingDays(day(), 1000);
    }

    /** The peer's. */
    @Benchmark
    public LocalDate add1000_peer() {
        return peer.shift(day(), 1000);
    }

    /** Ours: from the published years to beyond them. */
    @Benchmark
    public LocalDate add7000_ours() {
        return ours.plusWorkingDays(day(), 7000);
    }

    /** The peer's, which goes on with bare weekends. */
    @Benchmark
    public LocalDate add7000_peer() {
        return peer.shift(day(), 7000);
    }

    /** Beyond the published years, against ourselves within them. */
    @Benchmark
    public LocalDate add60Beyond_ours() {
        return ours.plusWorkingDays(beyond[at++ & SIZE - 1], 60);
    }

    /** Ourselves within the published years. */
    @Benchmark
    public LocalDate add60Beyond_peer() {
        return ours.plusWorkingDays(day(), 60);
    }

    /** Beyond the published years, against ourselves within them. */
    @Benchmark
    public boolean isWorkingDayBeyond_ours() {
        return ours.isWorkingDay(beyond[at++ & SIZE - 1]);
    }

    /** Ourselves within the published years. */
    @Benchmark
    public boolean isWorkingDayBeyond_peer() {
        return ours.isWorkingDay(day());
    }

    /** The second day of a range, made beforehand: after 30 days, a year, ten years. */
    private LocalDate later(int span) {
        return ends[span][at - 1 & SIZE - 1];
    }

    /** Ours. */
    @Benchmark
    public long between30Days_ours() {
        LocalDate day = day();
        return ours.workingDaysBetween(day, later(0));
    }

    /** The peer's. */
    @Benchmark
    public long between30Days_peer() {
        LocalDate day = day();
        return peer.daysBetween(day, later(0));
    }

    /** Ours. */
    @Benchmark
    public long between1Year_ours() {
        LocalDate day = day();
        return ours.workingDaysBetween(day, later(1));
    }

    /** The peer's. */
    @Benchmark
    public long between1Year_peer() {
        LocalDate day = day();
        return peer.daysBetween(day, later(1));
    }

    /** Ours. */
    @Benchmark
    public long between10Years_ours() {
        LocalDate day = day();
        return ours.workingDaysBetween(day, later(2));
    }

    /** The peer's. */
    @Benchmark
    public long between10Years_peer() {
        LocalDate day = day();
        return peer.daysBetween(day, later(2));
    }

    /** Ours. */
    @Benchmark
    public Instant add40Hours_ours() {
        return clock.plus(instant(), Duration.ofHours(40));
    }

    /** A loop over days and shifts. */
    @Benchmark
    public Instant add40Hours_peer() {
        return naive.plus(instant(), Duration.ofHours(40));
    }

    private DueQuestion question(int workingDays) {
        return DueQuestion.of(ours, ZONE, instant(), Term.workingDays(workingDays))
                .conventions(Conventions.LEDGER)
                .build();
    }

    /** The answer alone. */
    @Benchmark
    public Object outlook15Days_ours() {
        return DueDates.outlook(question(15));
    }

    /** The answer with its proof. */
    @Benchmark
    public Object outlook15Days_peer() {
        return DueDates.answer(question(15));
    }

    /** The answer alone. */
    @Benchmark
    public Object outlook60Days_ours() {
        return DueDates.outlook(question(60));
    }

    /** The answer with its proof. */
    @Benchmark
    public Object outlook60Days_peer() {
        return DueDates.answer(question(60));
    }
}
