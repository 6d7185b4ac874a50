package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.remora.arquillian.load.Behaviour;
import org.remora.arquillian.load.ClosedLoop;
import org.remora.arquillian.load.User;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerSpec;

/** The servers of a subject, running, with the meters on them. */
final class RunningSubject implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);
    private static final Duration RUN_TIMEOUT = Duration.ofMinutes(15);

    private final Subject subject;
    private final List<PayaraServer> servers;
    private final List<Integer> memberPorts;
    private final ClosedLoop loop;
    private final Users users;
    private final CpuMeter cpu;

    private RunningSubject(Subject subject, List<PayaraServer> servers, List<Integer> memberPorts, int connections) {
        this.subject = subject;
        this.servers = servers;
        this.memberPorts = memberPorts;
        this.loop = new ClosedLoop(
                servers.stream()
                        .map(server -> new InetSocketAddress(InetAddress.getLoopbackAddress(), server.httpPort()))
                        .toList(),
                connections,
                RUN_TIMEOUT);
        this.users = new Users(connections, servers.size());
        this.cpu = new CpuMeter(servers.stream().map(PayaraServer::pid).toList());
    }

    /** Starts the servers of a subject at the same time and waits until all are ready. */
    static RunningSubject start(Subject subject, ServerSpecs specs, int connections) throws IOException {
        List<Integer> memberPorts = ServerSpecs.memberPorts();
        List<PayaraServer> servers = new ArrayList<>();
        for (ServerSpec spec : specs.of(subject, memberPorts)) {
            servers.add(PayaraServer.start(spec));
        }
        servers.forEach(server -> server.awaitReady(START_TIMEOUT));
        return new RunningSubject(subject, servers, memberPorts, connections);
    }

    Subject subject() {
        return subject;
    }

    List<PayaraServer> servers() {
        return List.copyOf(servers);
    }

    ClosedLoop loop() {
        return loop;
    }

    List<User> newUsers(int count) {
        return users.create(count);
    }

    Reading read() throws IOException {
        return new Reading(
                cpu.read(),
                new CpuMeter(List.of(ProcessHandle.current().pid())).read(),
                Traffic.of(subject.isReplicating() ? SocketStatistics.connections(memberPorts) : List.of()));
    }

    /** Users that repeat an action; without replication a user stays on one node whatever the scenario wants. */
    Behaviour behaviour(Action action, Routing wanted) {
        return new ActionBehaviour(action, subject.isReplicating() ? wanted : Routing.STICKY, servers.size());
    }

    @Override
    public void close() {
        servers.forEach(PayaraServer::close);
    }
}
