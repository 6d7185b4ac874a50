package org.remora.management;

import java.util.List;

/** What is wrong with this server and its cluster; {@code org.remora:type=Doctor}. */
public interface DoctorMXBean {

    /**
     * Looks at interfaces, multicast, ports, clocks, names, versions and settings, and asks the other servers. Takes
     * some seconds if one of them does not answer.
     *
     * @return a row for each thing that was looked at, also where nothing is wrong
     */
    List<FindingRow> examine();
}
