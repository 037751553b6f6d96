package tutti.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Metrics")
class FamilyTest {
    @Test
    @DisplayName("are rendered as Prometheus reads them, whole numbers without a point")
    void rendered() {
        String page = Family.render(List.of(
                () -> Family.counter("tutti_edits_total", "Edits.", 12_345_678),
                () -> Family.gauge("tutti_load", "Load.", 0.5)));
        assertEquals("""
                # HELP tutti_edits_total Edits.
                # TYPE tutti_edits_total counter
                tutti_edits_total 12345678
                # HELP tutti_load Load.
                # TYPE tutti_load gauge
                tutti_load 0.5
                """, page);
    }

    @Test
    @DisplayName("count a duration in its bucket and all wider ones")
    void histogram() {
        Histogram syncs = new Histogram("tutti_sync_seconds", "Syncs.", 1_000_000, 10_000_000);
        syncs.accept(1_000_000);
        syncs.accept(1_000_001);
        syncs.accept(2_000_000_000);
        assertEquals("""
                # HELP tutti_sync_seconds Syncs.
                # TYPE tutti_sync_seconds histogram
                tutti_sync_seconds_bucket{le="0.001"} 1
                tutti_sync_seconds_bucket{le="0.01"} 2
                tutti_sync_seconds_bucket{le="+Inf"} 3
                tutti_sync_seconds_sum 2.002000001
                tutti_sync_seconds_count 3
                """, Family.render(List.of(syncs::family)));
    }

    @Test
    @DisplayName("have names that begin with tutti_")
    void names() {
        assertThrows(IllegalArgumentException.class, () -> Family.gauge("rooms", "Rooms.", 1));
        assertThrows(IllegalArgumentException.class, () -> Family.gauge("tutti_rooms{}", "Rooms.", 1));
    }
}
