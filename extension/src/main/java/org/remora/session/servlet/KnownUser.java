package org.remora.session.servlet;

import java.security.Principal;
import java.util.Optional;
import org.remora.session.Login;
import org.remora.session.LoginText;

/**
 * The user of a session on this node, whose principal all requests of the session share.
 *
 * @param text the login as the session keeps it
 * @param login the same as a value
 * @param principal the same for the container
 */
record KnownUser(String text, Login login, Principal principal) {

    static Optional<KnownUser> of(String text, ContainerLogins container) {
        return LoginText.parse(text).map(login -> new KnownUser(text, login, container.principal(login)));
    }
}
