package tutti.client.app;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes the bytes of an answer, and not one more than there may be. On the client's threads, one after the other. */
final class Bounded implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private final IOException tooMuch;
    private long left;
    private Flow.@Nullable Subscription coming;

    /**
     * @param most bytes
     * @param tooMuch what is answered instead of more
     */
    Bounded(int most, IOException tooMuch) {
        this.left = most;
        this.tooMuch = tooMuch;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        coming = subscription;
        whole.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        boolean within = left >= 0;
        left -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left >= 0) {
            whole.onNext(buffers);
        } else if (within) {
            whole.onError(tooMuch);
            if (coming != null) {
                coming.cancel();
            }
        }
    }

    @Override
    public void onError(Throwable failed) {
        whole.onError(failed);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }
}
