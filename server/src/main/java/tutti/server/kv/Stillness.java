package tutti.server.kv;

/**
 * What a room has going on, as far as a KV write must wait for it.
 *
 * @param members members who are in
 * @param graces members whose socket was lost and who may still return, and a quiet time after edits over REST
 * @param batch a batch is in flight
 * @param write a KV write or its note is in flight
 * @param waiting messages in the mailbox
 */
public record Stillness(int members, int graces, boolean batch, boolean write, int waiting) {
    /** Nobody is in or expected, and nothing is under way. */
    public boolean still() {
        return members == 0 && graces == 0 && !batch && !write && waiting == 0;
    }
}
