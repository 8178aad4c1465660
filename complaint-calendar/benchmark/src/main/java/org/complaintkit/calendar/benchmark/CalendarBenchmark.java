package org.complaintkit.calendar.benchmark;

import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
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
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each question once for us and once for the peer, over the same 4,096 random days and the same holidays. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 150, timeUnit = TimeUnit.MILLISECONDS)
public class CalendarBenchmark {
    private static final int SIZE = 4096;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final WorkingCalendar ours = CalendarRegistry.standard().get("CN");
    private final ImmutableHolidayCalendar peer = peer();
    // Each array is filled by itself, so that its days lie side by side: measured is the calendar, not the way to a day
    // that lies apart.
    private final LocalDate[] days = days();
    private final LocalDate[] beyond = later(Period.ofYears(25));
    private final LocalDate[] after30Days = later(Period.ofDays(30));
    private final LocalDate[] afterAYear = later(Period.ofYears(1));
    private final LocalDate[] afterTenYears = later(Period.ofYears(10));
    private final Instant[] instants = instants();
    private final ServiceClock clock = ServiceClock.of(ours, ServiceHours.parse("WD 09:00-12:00,13:30-17:30"), ZONE);
    private final NaiveShifts naive = new NaiveShifts(ours, ZONE);
    private int at;

    private static LocalDate[] days() {
        Random random = new Random(1);
        LocalDate[] days = new LocalDate[SIZE];
        for (int i = 0; i < SIZE; i++) {
            days[i] = LocalDate.of(2008, 1, 1).plusDays(random.nextInt(2_900));
        }
        return days;
    }

    private LocalDate[] later(Period span) {
        LocalDate[] later = new LocalDate[SIZE];
        for (int i = 0; i < SIZE; i++) {
            later[i] = days[i].plus(span);
        }
        return later;
    }

    private Instant[] instants() {
        Instant[] instants = new Instant[SIZE];
        for (int i = 0; i < SIZE; i++) {
            instants[i] = days[i].atTime(i % 24, i % 60).atZone(ZONE).toInstant();
        }
        return instants;
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

    private int next() {
        return at++ & SIZE - 1;
    }

    private LocalDate day() {
        return days[next()];
    }

    private Instant instant() {
        return instants[next()];
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
        return ours.plusWorkingDays(beyond[next()], 60);
    }

    /** Ourselves within the published years. */
    @Benchmark
    public LocalDate add60Beyond_peer() {
        return ours.plusWorkingDays(day(), 60);
    }

    /** Beyond the published years, against ourselves within them. */
    @Benchmark
    public boolean isWorkingDayBeyond_ours() {
        return ours.isWorkingDay(beyond[next()]);
    }

    /** Ourselves within the published years. */
    @Benchmark
    public boolean isWorkingDayBeyond_peer() {
        return ours.isWorkingDay(day());
    }

    /** Ours. */
    @Benchmark
    public long between30Days_ours() {
        int i = next();
        return ours.workingDaysBetween(days[i], after30Days[i]);
    }

    /** The peer's. */
    @Benchmark
    public long between30Days_peer() {
        int i = next();
        return peer.daysBetween(days[i], after30Days[i]);
    }

    /** Ours. */
    @Benchmark
    public long between1Year_ours() {
        int i = next();
        return ours.workingDaysBetween(days[i], afterAYear[i]);
    }

    /** The peer's. */
    @Benchmark
    public long between1Year_peer() {
        int i = next();
        return peer.daysBetween(days[i], afterAYear[i]);
    }

    /** Ours. */
    @Benchmark
    public long between10Years_ours() {
        int i = next();
        return ours.workingDaysBetween(days[i], afterTenYears[i]);
    }

    /** The peer's. */
    @Benchmark
    public long between10Years_peer() {
        int i = next();
        return peer.daysBetween(days[i], afterTenYears[i]);
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
