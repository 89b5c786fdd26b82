package dev.postrider.chaos;

import dev.postrider.ledger.RunId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a run came to, recipient by recipient: by the ledger, and by SES's own record.
 *
 * @param resends by attempt, the state of what a person had sent again
 * @param ledger a recipient's attempts, the first one first
 * @param accepted how often
 */
record Verdict(
        RunId run,
        Map<String, Expected> planned,
        Map<Integer, String> resends,
        Map<String, List<Attempt>> ledger,
        Map<Copy, Long> accepted) {

    private static final Set<String> EXCUSES = Set.of("suppressed", "frequency-cap");

    /** Whatever must not be, one line for each recipient. */
    Stream<String> offences() {
        Set<String> all = new TreeSet<>(planned.keySet());
        all.addAll(ledger.keySet());
        accepted.keySet().forEach(copy -> all.add(copy.recipient()));
        return all.stream()
                .filter(recipient -> !fits(recipient))
                .map(recipient -> run + " " + recipient + " is " + described(recipient) + " in the ledger, at SES "
                        + total(recipient) + " times");
    }

    /** The sums that are told are those of the ledger. */
    Stream<String> offences(Sums told) {
        return told.equals(sums()) && told.addUp()
                ? Stream.empty()
                : Stream.of(run + " says " + told + ", is " + sums());
    }

    private boolean fits(String recipient) {
        Expected expected = planned.getOrDefault(recipient, Expected.NOTHING);
        List<Attempt> attempts = attempts(recipient);
        return !attempts.isEmpty()
                && attempts.stream().allMatch(attempt -> expected.allows(attempt, times(recipient, attempt.number())))
                && attempts.stream()
                                .mapToLong(attempt -> times(recipient, attempt.number()))
                                .sum()
                        == total(recipient)
                && attempts.get(0).number() == 1
                && IntStream.range(1, attempts.size()).allMatch(i -> askedFor(attempts.get(i - 1), attempts.get(i)))
                && !leftOut(expected, attempts.get(attempts.size() - 1));
    }

    /** Only a person makes a further attempt, at what was then unknown or rejected; an unknown first one may have been settled since. */
    private boolean askedFor(Attempt before, Attempt attempt) {
        String of = resends.getOrDefault(attempt.number(), "nobody asked");
        return before.number() < attempt.number()
                && (before.is(of) || (before.number() == 1 && of.equals(Attempt.UNKNOWN)));
    }

    /** A resend is over when all are tried that it is about, but those who may not be mailed any more. */
    private boolean leftOut(Expected expected, Attempt last) {
        return expected.reasons().stream().noneMatch(EXCUSES::contains)
                && resends.entrySet().stream()
                        .anyMatch(resend -> resend.getKey() > last.number() && last.is(resend.getValue()));
    }

    private List<Attempt> attempts(String recipient) {
        return ledger.getOrDefault(recipient, List.of());
    }

    private String described(String recipient) {
        List<String> states = attempts(recipient).stream()
                .map(attempt -> attempt.state() + (attempt.reason() == null ? "" : " (" + attempt.reason() + ")"))
                .toList();
        return states.isEmpty() ? "missing" : String.join(", then ", states);
    }

    private long times(String recipient, int attempt) {
        return accepted.getOrDefault(new Copy(recipient, attempt), 0L);
    }

    private long total(String recipient) {
        return accepted.entrySet().stream()
                .filter(entry -> entry.getKey().recipient().equals(recipient))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** All that SES has accepted of this run. */
    long messages() {
        return accepted.values().stream().mapToLong(Long::longValue).sum();
    }

    Sums sums() {
        return new Sums(
                planned.size(),
                count(Attempt.SENT),
                count(Attempt.REJECTED),
                count(Attempt.SKIPPED),
                count(Attempt.UNKNOWN));
    }

    private long count(String state) {
        return ledger.values().stream()
                .filter(attempts -> attempts.get(attempts.size() - 1).is(state))
                .count();
    }
}
