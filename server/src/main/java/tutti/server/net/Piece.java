package tutti.server.net;

/**
 * A frame in a stream of frames, with the position that a reader has reached after it. In a room's stream the position
 * is the seq of the last row in the frame. A frame may cover several positions; parts of one snapshot all but the last
 * repeat the position from before the snapshot.
 *
 * @param upTo position after this frame
 * @param frame the bytes
 */
public record Piece(long upTo, Frame frame) {}
