package dev.postrider.plan;

import dev.postrider.recipient.RecipientId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A block's ids as bytes: deflated; a version, the count, then each id in modified UTF-8 with its length. */
final class BlockCodec {

    private static final int VERSION = 1;

    private BlockCodec() {}

    static byte[] encode(List<RecipientId> ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ids.size() * 4);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
            out.writeByte(VERSION);
            out.writeInt(ids.size());
            for (RecipientId id : ids) {
                out.writeUTF(id.value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    static List<RecipientId> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("a block of version " + version + " is not known to this program");
            }
            int count = in.readInt();
            List<RecipientId> ids = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                ids.add(new RecipientId(in.readUTF()));
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException("a block of frozen recipients is damaged", e);
        }
    }
}
