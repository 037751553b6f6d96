package tutti.client.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.client.ui.Notice;

/** The studio's own notices and what their buttons do. One thread. */
final class Billboard {
    private static final int MOST = 8;

    private record Post(Notice notice, String topic, boolean stands, Runnable answer) {}

    private final Map<Long, Post> posts = new LinkedHashMap<>();
    private final Map<String, String> putAway = new HashMap<>();
    /** Counts down: the session's own notices count up, and both are put away by their ids. */
    private long last;

    /** Says something; it takes the place of what was said of the same topic. */
    void say(String topic, Notice.Tone tone, String words) {
        put(topic, false, new Notice(--last, tone, words, Optional.empty()), () -> {});
    }

    /**
     * Says how something stands, again and again while it does; once put away, the same is not said again. True if it
     * is said now and was not before.
     */
    boolean stand(String topic, Notice.Tone tone, String words) {
        return stand(topic, new Notice(last - 1, tone, words, Optional.empty()), () -> {});
    }

    /** The same with a button. */
    boolean stand(String topic, Notice.Tone tone, String words, String button, Runnable answer) {
        return stand(topic, new Notice(last - 1, tone, words, Optional.of(button)), answer);
    }

    private boolean stand(String topic, Notice notice, Runnable answer) {
        last--;
        return !notice.words().equals(putAway.get(topic)) && put(topic, true, notice, answer);
    }

    /** Says something with a button. */
    void offer(String topic, Notice.Tone tone, String words, String button, Runnable answer) {
        put(topic, false, new Notice(--last, tone, words, Optional.of(button)), answer);
    }

    /** What was said of a topic holds no more. */
    void withdraw(String topic) {
        posts.values().removeIf(post -> post.topic().equals(topic));
        putAway.remove(topic);
    }

    /** Presses the button of a notice, which is gone then; false if it is none of these. */
    boolean answer(long id) {
        Post post = posts.remove(id);
        if (post != null) {
            post.answer().run();
        }
        return post != null;
    }

    /** Puts a notice away. */
    void dismiss(long id) {
        Post post = posts.remove(id);
        if (post != null && post.stands()) {
            putAway.put(post.topic(), post.notice().words());
        }
    }

    List<Notice> notices() {
        return posts.values().stream().map(Post::notice).toList();
    }

    private boolean put(String topic, boolean stands, Notice notice, Runnable answer) {
        boolean said = posts.values().stream()
                .anyMatch(post ->
                        post.topic().equals(topic) && post.notice().words().equals(notice.words()));
        if (said) {
            return false;
        }
        withdraw(topic);
        posts.put(notice.id(), new Post(notice, topic, stands, answer));
        List<Long> ids = new ArrayList<>(posts.keySet());
        ids.subList(0, Math.max(0, ids.size() - MOST)).forEach(posts::remove);
        return true;
    }
}
