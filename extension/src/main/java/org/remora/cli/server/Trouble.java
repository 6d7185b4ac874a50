package org.remora.cli.server;

import java.io.IOException;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServerConnection;
import javax.management.ReflectionException;
import org.remora.cli.output.CommandFailedException;
import org.remora.cli.output.ExitCode;

/** What is told of a server that did not answer as it should. */
record Trouble(String server, MBeanServerConnection connection) {

    CommandFailedException of(Bean bean, Throwable cause) {
        if (cause instanceof InstanceNotFoundException) {
            return new CommandFailedException(ExitCode.NO_REMORA, withoutBean(bean), cause);
        }
        if (cause instanceof AttributeNotFoundException || cause instanceof ReflectionException) {
            return new CommandFailedException(
                    ExitCode.NO_REMORA, "Remora on " + server + " is of a version that does not know this.", cause);
        }
        if (cause instanceof SecurityException) {
            return new CommandFailedException(
                    ExitCode.REFUSED, server + " does not let this user do that: " + reason(cause), cause);
        }
        if (cause instanceof IOException) {
            return new CommandFailedException(
                    ExitCode.UNREACHABLE, "The connection to " + server + " was lost: " + reason(cause), cause);
        }
        return new CommandFailedException(ExitCode.FAILED, server + " failed: " + reason(cause), cause);
    }

    private String withoutBean(Bean bean) {
        return hasAnyBean()
                ? "Remora on " + server + " offers no " + bean.objectName() + ": it is of another version."
                : "There is no Remora to be asked on " + server + ": it is not installed there or still starting, or"
                        + " remora.jmx.enabled or remora.enabled is false.";
    }

    private boolean hasAnyBean() {
        try {
            return !connection.queryNames(Bean.any(), null).isEmpty();
        } catch (IOException gone) {
            return false;
        }
    }

    /** The innermost reason: JMX wraps what a server threw. */
    static String reason(Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank() ? innermost.getClass().getSimpleName() : message;
    }
}
