package org.remora.management;

import java.util.Hashtable;
import java.util.Map;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The names of MBeans, of which there is one for each server, or one for each application. */
final class BeanNames {

    private static final String DOMAIN = "org.remora";

    private BeanNames() {}

    @SuppressWarnings("JdkObsolete") // the constructor wants this class
    static ObjectName of(String type, String application) {
        return named(new Hashtable<>(Map.of("type", type, "application", ObjectName.quote(application))));
    }

    @SuppressWarnings("JdkObsolete") // the constructor wants this class
    static ObjectName of(String type) {
        return named(new Hashtable<>(Map.of("type", type)));
    }

    @SuppressWarnings("JdkObsolete")
    private static ObjectName named(Hashtable<String, String> keys) {
        try {
            return new ObjectName(DOMAIN, keys);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException("No name for an MBean: " + keys, e);
        }
    }
}
