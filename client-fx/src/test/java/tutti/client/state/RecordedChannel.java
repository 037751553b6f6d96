package tutti.client.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A real file of which a {@link OutboxTape} hears everything that changes it. */
final class RecordedChannel extends FileChannel {
    private final FileChannel base;
    private final OutboxTape tape;
    private final int file;

    /** @param file what the tape calls it */
    RecordedChannel(FileChannel base, OutboxTape tape, int file) {
        this.base = base;
        this.tape = tape;
        this.file = file;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        byte[] content = new byte[from.remaining()];
        from.duplicate().get(content);
        tape.add(new OutboxTape.Event.Write(file, (int) base.position(), content));
        return base.write(from);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        tape.add(new OutboxTape.Event.Truncate(file, (int) size));
        base.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        base.force(metaData);
        tape.add(new OutboxTape.Event.Force(file));
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return base.read(into);
    }

    @Override
    public long position() throws IOException {
        return base.position();
    }

    @Override
    public FileChannel position(long at) throws IOException {
        base.position(at);
        return this;
    }

    @Override
    public long size() throws IOException {
        return base.size();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        base.close();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("an outbox does not do this");
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) {
        throw unused();
    }

    @Override
    public int read(ByteBuffer into, long position) {
        throw unused();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw unused();
    }

    @Override
    public int write(ByteBuffer from, long position) {
        throw unused();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw unused();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw unused();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw unused();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw unused();
    }
}
