package dev.postrider.cli.bench;

import dev.postrider.bench.BenchFailed;
import dev.postrider.bench.ContenderKind;
import dev.postrider.bench.Round;
import dev.postrider.cli.local.ChildInput;
import dev.postrider.launch.OwnProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A contender in a process of its own, which stays warm between its rounds and ends with this process. */
final class ContenderProcess implements AutoCloseable {

    private final ContenderKind kind;
    private final Process process;
    private final BufferedReader out;

    private ContenderProcess(ContenderKind kind, Process process) {
        this.kind = kind;
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ContenderProcess start(ContenderKind kind, BenchSite site) {
        try {
            String name = kind.name().toLowerCase(Locale.ROOT);
            List<String> command = OwnProgram.command(site.javaOptions(), site.arguments(name));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new ContenderProcess(kind, process);
        } catch (IOException e) {
            throw new BenchFailed("the contender " + kind + " did not start", e);
        }
    }

    ContenderKind kind() {
        return kind;
    }

    /** So that nobody races while others start. */
    void awaitStart() {
        try {
            answer(ContenderCommand.READY);
        } catch (IOException e) {
            throw new BenchFailed("the contender " + kind + " did not start", e);
        }
    }

    Round race(int number) {
        try {
            process.getOutputStream().write((number + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
            return JsonMapper.shared().readValue(answer("{"), Round.class);
        } catch (IOException | JacksonException e) {
            throw new BenchFailed("the contender " + kind + " failed", e);
        }
    }

    /** Java itself may say something first, such as that it records. */
    private String answer(String beginning) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new IOException("it ended");
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        ChildInput.end(process, Duration.ofSeconds(20));
    }
}
