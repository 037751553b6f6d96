package tutti.server.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A KV write")
class DebtTest {
    private static OptionalLong noted(String seq) {
        return seq == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(seq));
    }

    @ParameterizedTest(name = "at seq {0}, noted {1}, file {2}: owed {3} ({4})")
    @CsvSource({
        "0, , false, false, 'new, copied, adopted, demo: no file until the first row'",
        "1, , false, true, the first row owes it",
        "5, , false, true, never written yet",
        "5, 5, true, false, a visit that changed nothing",
        "6, 5, true, true, a visit that changed something",
        "0, , true, true, 'a file and no note, always: even without a row'",
        "5, , true, true, 'a file and no note, always: crash between rename and note'",
        "5, 5, false, true, the file is gone: the KV can be made again",
        "0, 0, false, false, 'nothing was ever written in it'",
        "0, 0, true, false, noted and there"
    })
    void owed(long seq, String kvSeq, boolean file, boolean owed, String why) {
        assertEquals(owed, new Debt(seq, noted(kvSeq), file).owed(), why);
    }

    @ParameterizedTest(name = "with {0} in, {1} in grace, batch {2}, write {3}, {4} waiting: due {5}")
    @CsvSource({
        "0, 0, false, false, 0, true",
        "1, 0, false, false, 0, false",
        "0, 1, false, false, 0, false",
        "0, 0, true, false, 0, false",
        "0, 0, false, true, 0, false",
        "0, 0, false, false, 1, false"
    })
    void due(int members, int graces, boolean batch, boolean write, int waiting, boolean due) {
        Stillness now = new Stillness(members, graces, batch, write, waiting);
        assertEquals(due, new Debt(1, OptionalLong.empty(), false).due(now));
        assertEquals(false, new Debt(1, OptionalLong.of(1), true).due(now), "nothing owed is never due");
    }
}
