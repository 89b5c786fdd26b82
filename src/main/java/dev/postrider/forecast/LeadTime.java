package dev.postrider.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** The working days that AWS needs to raise a quota. */
record LeadTime(int days) {

    /** The last working day on which to ask so that the quota is raised before the day. */
    LocalDate askBy(LocalDate day) {
        LocalDate asked = day;
        int left = days;
        while (left > 0 || !works(asked)) {
            asked = asked.minusDays(1);
            if (works(asked)) {
                left--;
            }
        }
        return asked;
    }

    private static boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
