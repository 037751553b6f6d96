package tutti.client.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.client.ui.Notice;

/** The studio's own notices and what their buttons do. One thread. */
final class Billboard {
    private static final int MOST = 8;

    private record Post(Notice notice, String topic, Runnable answer) {}

    private final Map<Long, Post> posts = new LinkedHashMap<>();
    private long last;

    /** Says something; it takes the place of what was said of the same topic. */
    void say(String topic, Notice.Tone tone, String words) {
        put(topic, tone, words, Optional.empty(), () -> {});
    }

    /** Says something with a button. */
    void offer(String topic, String words, String button, Runnable answer) {
        put(topic, Notice.Tone.PLAIN, words, Optional.of(button), answer);
    }

    /** What was said of a topic holds no more. */
    void withdraw(String topic) {
        posts.values().removeIf(post -> post.topic().equals(topic));
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
        posts.remove(id);
    }

    List<Notice> notices() {
        return posts.values().stream().map(Post::notice).toList();
    }

    private void put(String topic, Notice.Tone tone, String words, Optional<String> button, Runnable answer) {
        boolean said = posts.values().stream()
                .anyMatch(post ->
                        post.topic().equals(topic) && post.notice().words().equals(words));
        if (said) {
            return;
        }
        withdraw(topic);
        long id = --last;
        posts.put(id, new Post(new Notice(id, tone, words, button), topic, answer));
        List<Long> ids = new ArrayList<>(posts.keySet());
        ids.subList(0, Math.max(0, ids.size() - MOST)).forEach(posts::remove);
    }
}
