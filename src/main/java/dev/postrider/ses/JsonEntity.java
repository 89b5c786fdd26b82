package dev.postrider.ses;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.http.entity.AbstractHttpEntity;

/** The body of a request; remembers whether the client has come to writing it. */
final class JsonEntity extends AbstractHttpEntity {

    private final byte[] bytes;
    private final int length;
    private volatile boolean begun;

    /** @param body not to be changed before the request is over */
    JsonEntity(JsonBody body) {
        this.bytes = body.bytes();
        this.length = body.length();
    }

    boolean begun() {
        return begun;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        begun = true;
        out.write(bytes, 0, length);
        out.flush();
    }

    @Override
    public InputStream getContent() {
        begun = true;
        return new ByteArrayInputStream(bytes, 0, length);
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }
}
