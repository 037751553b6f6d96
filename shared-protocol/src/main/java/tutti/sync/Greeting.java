package tutti.sync;

import java.util.List;
import tutti.model.Session;

/**
 * What the document's side of a Welcome says.
 *
 * @param from the client's seq if its chain matches
 * @param continuity if SAME, the rows after {@code from} follow; else a snapshot of {@code session} does, then the
 *     rows after
 *     {@code seq}
 * @param seq and {@code chain}: of the newest durable row
 */
public record Greeting(
        long connection,
        MemberId member,
        long from,
        Continuity continuity,
        long settled,
        List<Verdict> verdicts,
        List<Muted> muted,
        Session session,
        long seq,
        Chain chain) {}
