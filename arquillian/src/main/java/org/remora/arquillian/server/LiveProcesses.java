package org.remora.arquillian.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The server processes of this virtual machine; those still alive when it ends are killed, with their children. */
final class LiveProcesses {

    private static final Set<Process> PROCESSES = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(LiveProcesses::killAll, "kill-servers"));
    }

    private LiveProcesses() {}

    static void add(Process process) {
        PROCESSES.removeIf(ended -> !ended.isAlive());
        PROCESSES.add(process);
    }

    private static void killAll() {
        for (Process process : PROCESSES) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
