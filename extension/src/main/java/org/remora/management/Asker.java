package org.remora.management;

import java.security.AccessController;
import java.security.Principal;
import java.util.stream.Collectors;
import javax.security.auth.Subject;

/** Who calls a management bean at the moment. */
final class Asker {

    private static final String LOCAL = "a process of the server's own user";

    private Asker() {}

    /** The names that JMX has authenticated; without any, the call came from a process of the same user. */
    @SuppressWarnings("removal") // what takes their place comes with JDK 18
    static String name() {
        Subject subject = Subject.getSubject(AccessController.getContext());
        return subject == null || subject.getPrincipals().isEmpty()
                ? LOCAL
                : subject.getPrincipals().stream()
                        .map(Principal::getName)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
