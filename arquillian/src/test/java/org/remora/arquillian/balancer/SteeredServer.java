package org.remora.arquillian.balancer;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import javax.management.JMX;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.remora.arquillian.server.PayaraServer;
import org.remora.management.NodeMXBean;

/** A server's node, as an administrator on its machine reaches it. */
final class SteeredServer implements AutoCloseable {

    private final JMXConnector connector;
    private final NodeMXBean node;

    private SteeredServer(JMXConnector connector, NodeMXBean node) {
        this.connector = connector;
        this.node = node;
    }

    @SuppressWarnings("BanJNDI") // the address is that of the server's own agent on this machine
    static SteeredServer at(PayaraServer server) throws Exception {
        JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(agentOf(server)));
        return new SteeredServer(
                connector,
                JMX.newMXBeanProxy(
                        connector.getMBeanServerConnection(),
                        new ObjectName("org.remora:type=Node"),
                        NodeMXBean.class));
    }

    private static String agentOf(PayaraServer server) throws AttachNotSupportedException, IOException {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(server.pid()));
        try {
            return machine.startLocalManagementAgent();
        } finally {
            machine.detach();
        }
    }

    NodeMXBean node() {
        return node;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
