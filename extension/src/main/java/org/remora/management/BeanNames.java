package org.remora.management;

import java.util.Hashtable;
import java.util.Map;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The names of MBeans of which there is one for each application. */
final class BeanNames {

    private static final String DOMAIN = "org.remora";

    private BeanNames() {}

    @SuppressWarnings("JdkObsolete") // the constructor wants this class
    static ObjectName of(String type, String application) {
        try {
            return new ObjectName(
                    DOMAIN, new Hashtable<>(Map.of("type", type, "application", ObjectName.quote(application))));
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException("No name for an MBean: " + application, e);
        }
    }
}
