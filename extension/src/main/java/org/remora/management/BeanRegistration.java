package org.remora.management;

import java.lang.management.ManagementFactory;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Registers MBeans with the platform's MBean server, one for each name. */
final class BeanRegistration {

    private BeanRegistration() {}

    /** Registers a bean in the place of what is left of an earlier one; what it returns withdraws it. */
    static Runnable of(ObjectName name, Object bean) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
            server.registerMBean(bean, name);
        } catch (JMException e) {
            throw new IllegalStateException("The MBean " + name + " cannot be registered", e);
        }
        return () -> withdraw(server, name);
    }

    private static void withdraw(MBeanServer server, ObjectName name) {
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException alreadyGone) {
            return; // somebody else has withdrawn it
        } catch (JMException e) {
            throw new IllegalStateException("The MBean " + name + " cannot be withdrawn", e);
        }
    }
}
