package dev.postrider.definition;

import java.util.List;

/** Reads the file of a job other than a campaign. {@code jobs/job.schema.json} says the same to editors. */
final class JobReader {

    static final List<String> JOB = List.of("job", "description", "schedule");

    private JobReader() {}

    static JobDefinition read(String file, String text, YamlNode root) {
        Keys keys = Keys.of(file, "", root, JOB);
        return new JobDefinition(
                keys.required("job", JobReader::job),
                keys.optional("description", Values::text),
                keys.nested("schedule", ScheduleReader.KEYS, ScheduleReader::read),
                text);
    }

    private static String job(YamlNode node) {
        String name = Values.text(node);
        if (!JobDefinition.JOBS.contains(name)) {
            throw new IllegalArgumentException("there is no job '"
                    + name.lines().findFirst().orElse("") + "', only " + String.join(", ", JobDefinition.JOBS));
        }
        return name;
    }
}
