package org.remora.arquillian.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final int HEADER = 52;

    @Test
    void parse_lineOfSs_readsAddressesPayloadAndSegments() {
        Connection connection = SocketStatistics.parse("ESTAB 0 0 [::ffff:127.0.0.1]:60785 [::ffff:127.0.0.1]:17902 bbr"
                + " wscale:2,10 rtt:0.02/0.019 bytes_sent:909500 bytes_retrans:2161 bytes_acked:907340"
                + " bytes_received:166 segs_out:876 segs_in:688 data_segs_out:873");

        assertThat(connection)
                .isEqualTo(new Connection("[::ffff:127.0.0.1]:60785>[::ffff:127.0.0.1]:17902", 909_500 - 2_161, 876));
    }

    @Test
    void parse_countersLeftOut_areZero() {
        assertThat(SocketStatistics.parse("ESTAB 0 0 127.0.0.1:1 127.0.0.1:2 cubic"))
                .isEqualTo(new Connection("127.0.0.1:1>127.0.0.1:2", 0, 0));
    }

    @Test
    void bytesSince_sameConnections_countsPayloadAndHeadersOfBothDirections() {
        Traffic before = Traffic.of(List.of(new Connection("a>b", 100, 1), new Connection("b>a", 10, 1)));
        Traffic after = Traffic.of(List.of(new Connection("a>b", 400, 3), new Connection("b>a", 10, 2)));

        assertThat(after.bytesSince(before)).isEqualTo(300 + 2 * HEADER + HEADER);
        assertThat(after.segmentsSince(before)).isEqualTo(3);
        assertThat(after.closedSince(before)).isZero();
    }

    @Test
    void bytesSince_connectionReplaced_countsTheNewOneInFullAndReportsTheOld() {
        Traffic before = Traffic.of(List.of(new Connection("a>b", 100, 1)));
        Traffic after = Traffic.of(List.of(new Connection("c>b", 50, 1)));

        assertThat(after.bytesSince(before)).isEqualTo(50 + HEADER);
        assertThat(after.closedSince(before)).isEqualTo(1);
    }
}
