package tutti.server.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import tutti.model.SessionId;
import tutti.server.store.Limits;

/** Whatever lies in a folder that is to be brought over. */
@Tag("slow")
@DisplayName("Whatever bytes a file that is brought over has,")
class IncomingFuzzTest {
    private static final int CHARACTERS = 1_000;

    @FuzzTest(maxDuration = "1m")
    @DisplayName("it is ours, the old system's or neither, which is said in lines, and what is ours has a place")
    void file(byte[] bytes) {
        Incoming incoming = Incoming.read(new SessionId("fuzzed"), bytes);
        incoming.words().forEach(IncomingFuzzTest::assertLine);
        switch (incoming) {
            case Incoming.Ours ours -> assertTrue(ours.seq() >= 0 && ours.seq() <= Limits.SEQ, "" + ours.seq());
            case Incoming.Old _, Incoming.Neither _ -> {}
        }
    }

    private static void assertLine(String words) {
        assertTrue(words.length() <= CHARACTERS && words.codePoints().noneMatch(Character::isISOControl), words);
    }
}
