package org.remora.cli.server;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The MBeans of a server that commands ask. */
public enum Bean {
    /** The cluster and its members. */
    CLUSTER("Cluster"),
    /** How servers find each other. */
    DISCOVERY("Discovery"),
    /** What is wrong. */
    DOCTOR("Doctor"),
    /** Jobs, one by one. */
    JOB_ADMIN("JobAdmin"),
    /** The server as one that may be drained. */
    NODE("Node"),
    /** Sessions, one by one. */
    SESSION_ADMIN("SessionAdmin"),
    /** What the server goes by. */
    SETTINGS("Settings"),
    /** Numbers of all servers. */
    STATISTICS("Statistics");

    private final String type;

    Bean(String type) {
        this.type = type;
    }

    ObjectName objectName() {
        return named("org.remora:type=" + type);
    }

    static ObjectName any() {
        return named("org.remora:*");
    }

    private static ObjectName named(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException("The name of an MBean is none: " + text, e);
        }
    }
}
