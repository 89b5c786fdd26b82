package dev.postrider.chaos;

import dev.postrider.report.RunReport;

/** Figures of a run that has ended. */
record Sums(long planned, long sent, long rejected, long skipped, long unknown) {

    static Sums of(RunReport report) {
        long skipped =
                report.skipped().values().stream().mapToLong(Long::longValue).sum();
        return new Sums(report.planned(), report.sent(), report.rejected(), skipped, report.unknown());
    }

    boolean addUp() {
        return planned == sent + rejected + skipped + unknown;
    }
}
