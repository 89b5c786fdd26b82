package dev.postrider.simulator.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A whole request. Its body is on loan: it is overwritten once the answer has been returned. */
public record Request(String method, QueryStringDecoder uri, HttpHeaders headers, Body body) {

    /** Bytes {@code offset} to {@code offset + length} of an array that belongs to the server. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Body(byte[] bytes, int offset, int length) {}

    static Request of(HttpRequest head, Body body) {
        return new Request(head.method().name(), new QueryStringDecoder(head.uri()), head.headers(), body);
    }

    /** The path as sent, still percent-encoded. */
    public String path() {
        return uri.rawPath();
    }

    /** The path up to its last slash. */
    public String collection() {
        return path().substring(0, path().lastIndexOf('/'));
    }

    /** The last segment of the path, decoded. A plus stays a plus there. */
    public String name() {
        String segment = path().substring(path().lastIndexOf('/') + 1);
        return QueryStringDecoder.decodeComponent(segment.replace("+", "%2B"));
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    public Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst();
    }

    public List<String> parameters(String name) {
        return uri.parameters().getOrDefault(name, List.of());
    }
}
