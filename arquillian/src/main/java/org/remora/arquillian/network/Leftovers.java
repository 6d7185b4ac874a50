package org.remora.arquillian.network;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Removes namespaces, with the processes in them, that a test run has left behind because it was killed. */
final class Leftovers {

    private static final long LONGEST_SECONDS = 20;

    private Leftovers() {}

    /** Removes what gone processes have made. */
    static void removeOfGoneMakers() {
        present().filter(name -> isGone(name.maker())).forEach(Leftovers::remove);
    }

    /** Removes what a process that had this one's id has made; to be called before this one makes anything. */
    static void removeOfNamesake() {
        long self = ProcessHandle.current().pid();
        present().filter(name -> name.maker() == self).forEach(Leftovers::remove);
    }

    /** The namespaces of tests on this machine. */
    static Stream<NamespaceName> present() {
        return Command.of("ip", "netns", "list")
                .run()
                .lines()
                .map(line -> line.split(" ", 2)[0])
                .map(NamespaceName::parse)
                .flatMap(Optional::stream);
    }

    /** Kills what runs in the namespace and removes it, and with it the links that end in it. */
    static void remove(NamespaceName name) {
        for (ProcessHandle process : processesIn(name)) {
            process.destroyForcibly();
            process.onExit().orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
        }
        Command.of("ip", "netns", "del", name.toString()).run();
    }

    private static List<ProcessHandle> processesIn(NamespaceName name) {
        return Command.of("ip", "netns", "pids", name.toString())
                .run()
                .lines()
                .map(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isGone(long maker) {
        return ProcessHandle.of(maker).filter(ProcessHandle::isAlive).isEmpty();
    }
}
