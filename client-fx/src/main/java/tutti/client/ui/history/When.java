package tutti.client.ui.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of day for people: today the hour, else the day too. */
record When(ZoneId zone, long now) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** The time here and now. */
    static When here() {
        return new When(ZoneId.systemDefault(), System.currentTimeMillis());
    }

    /** The day alone. */
    String day(long wall) {
        return YEAR.format(Instant.ofEpochMilli(wall).atZone(zone));
    }

    /** {@code wall} milliseconds since 1970. */
    String of(long wall) {
        ZonedDateTime then = Instant.ofEpochMilli(wall).atZone(zone);
        ZonedDateTime today = Instant.ofEpochMilli(now).atZone(zone);
        if (then.toLocalDate().equals(today.toLocalDate())) {
            return HOUR.format(then);
        }
        return then.getYear() == today.getYear() ? DAY.format(then) : YEAR.format(then);
    }
}
