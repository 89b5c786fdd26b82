package dev.postrider.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The five fields of a cron expression, as people write it. */
final class CronText {

    private static final List<Field> FIELDS = List.of(
            new Field("minute", 0, 59, List.of()),
            new Field("hour", 0, 23, List.of()),
            new Field("day of the month", 1, 31, List.of()),
            new Field(
                    "month",
                    1,
                    12,
                    List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
            new Field("day of the week", 0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")));

    private CronText() {}

    /** @throws IllegalArgumentException with the field and the cause */
    static String check(YamlNode node) {
        String text = Values.text(node).strip();
        String[] parts = text.split("\\s+", -1);
        if (parts.length != FIELDS.size()) {
            throw new IllegalArgumentException("'" + text + "' has " + parts.length
                    + " fields; expected are five: minute, hour, day of the month, month, day of the week");
        }
        for (int i = 0; i < parts.length; i++) {
            FIELDS.get(i).check(parts[i]);
        }
        if (Cron.of(text).neverFires()) {
            throw new IllegalArgumentException("'" + text + "' never fires: there is no such day");
        }
        return text;
    }

    private record Field(String name, int least, int most, List<String> names) {

        void check(String text) {
            Arrays.stream(text.split(",", -1)).forEach(this::checkItem);
        }

        private void checkItem(String item) {
            String[] rangeAndStep = item.split("/", -1);
            String range = rangeAndStep[0];
            String[] ends = range.split("-", -1);
            boolean several = range.equals("*") || ends.length == 2;
            if (rangeAndStep.length > 2 || ends.length > 2 || (rangeAndStep.length == 2 && !several)) {
                throw wrong(item);
            }
            if (!range.equals("*") && number(ends[0], item) > number(ends[ends.length - 1], item)) {
                throw new IllegalArgumentException("the " + name + " '" + item + "' ends before it begins");
            }
            if (rangeAndStep.length == 2 && plain(rangeAndStep[1]) < 1) {
                throw wrong(item);
            }
        }

        private int number(String text, String item) {
            int named = names.indexOf(text.toUpperCase(Locale.ROOT));
            int number = named >= 0 ? named + least : plain(text);
            if (number < least || number > most) {
                throw wrong(item);
            }
            return number;
        }

        private static int plain(String text) {
            return text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
        }

        private IllegalArgumentException wrong(String item) {
            String orNames = names.isEmpty() ? "" : " or " + names.get(0) + " to " + names.get(names.size() - 1);
            return new IllegalArgumentException("the " + name + " '" + item + "' is not *, " + least + " to " + most
                    + orNames + ", a range a-b or a step */n");
        }
    }
}
