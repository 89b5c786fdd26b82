package dev.postrider.simulator;

import dev.postrider.simulator.sending.AccountOptions;
import dev.postrider.simulator.sending.FaultOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator starts. The settings in the three groups go by one flat name each, both in {@link #with} and in
 * {@code POST /simulator/settings}; durations are given there in milliseconds.
 *
 * @param port on loopback, 0 for a free one
 * @param threads that serve requests
 */
public record SimulatorOptions(
        int port, int threads, AccountOptions account, FaultOptions faults, RecordOptions records) {

    public static SimulatorOptions defaults() {
        int threads = Runtime.getRuntime().availableProcessors();
        return new SimulatorOptions(
                0, threads, AccountOptions.defaults(), FaultOptions.none(), RecordOptions.defaults());
    }

    /** These options with one setting changed, for instance {@code with("throttleEvery", 10)}. */
    public SimulatorOptions with(String setting, @Nullable Object value) {
        return SettingsJson.change(this, setting, value);
    }

    public SimulatorOptions withPort(int other) {
        return new SimulatorOptions(other, threads, account, faults, records);
    }

    public SimulatorOptions withMaxSendRate(double recipientsInOneSecond) {
        return with("maxSendRate", recipientsInOneSecond);
    }

    public SimulatorOptions withMax24HourSend(double recipients) {
        return with("max24HourSend", recipients);
    }

    public SimulatorOptions withLatency(Duration latency) {
        return with("latency", latency);
    }

    public SimulatorOptions withRecordFile(Path file) {
        return with("recordFile", file);
    }
}
