package dev.postrider.ses;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.http.entity.ByteArrayEntity;

/** The body of a request, which the client writes once; remembers whether it has come to that. */
final class JsonEntity extends ByteArrayEntity {

    private volatile boolean begun;

    /** @param body not to be changed before the request is over */
    JsonEntity(JsonBody body) {
        super(body.bytes(), 0, body.length());
    }

    boolean begun() {
        return begun;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        begun = true;
        super.writeTo(out);
    }

    @Override
    public InputStream getContent() {
        begun = true;
        return super.getContent();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }
}
