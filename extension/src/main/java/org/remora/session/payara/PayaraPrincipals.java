package org.remora.session.payara;

import jakarta.security.enterprise.CallerPrincipal;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;
import org.remora.session.Login;

/**
 * Payara's principals: reads a {@link Login} from one, and makes one of a {@code Login} that every part of the server
 * takes for its own: the web container, enterprise beans, CDI and Jakarta Security.
 */
final class PayaraPrincipals {

    private static final String SECURITY = "com.sun.enterprise.security.";

    private final Class<?> plainType = ServerMethod.type("org.glassfish.security.common.PrincipalImpl");
    private final Class<?> groupType = ServerMethod.type("org.glassfish.security.common.Group");
    private final Class<?> contextType = ServerMethod.type(SECURITY + "SecurityContext");
    private final Class<?> webType = ServerMethod.type(SECURITY + "web.integration.WebPrincipal");

    private final ServerMethod newPlain = ServerMethod.constructor(plainType, String.class);
    private final ServerMethod newGroup = ServerMethod.constructor(groupType, String.class);
    private final ServerMethod newCredential = ServerMethod.constructor(
            ServerMethod.type(SECURITY + "auth.login.DistinguishedPrincipalCredential"), Principal.class);
    private final ServerMethod newContext = ServerMethod.constructor(contextType, Subject.class);
    private final ServerMethod newWeb = ServerMethod.constructor(webType, Principal.class, contextType);
    private final ServerMethod contextOf = ServerMethod.of(webType, "getSecurityContext");
    private final ServerMethod customOf = ServerMethod.of(webType, "getCustomPrincipal");
    private final ServerMethod principalsOf = ServerMethod.of(contextType, "getPrincipalSet");
    private final ServerMethod setCurrent = ServerMethod.of(contextType, "setCurrent", contextType);

    /** The login of a user that a realm or an authentication mechanism has made known to the container. */
    Optional<Login> login(Principal user, String authType) {
        if (!webType.isInstance(user)) {
            return Optional.empty();
        }
        boolean byJakartaSecurity = customOf.call(user) instanceof CallerPrincipal;
        return Optional.of(new Login(
                user.getName(),
                byJakartaSecurity ? Login.CallerType.CALLER_PRINCIPAL : Login.CallerType.CONTAINER,
                authType,
                groups(contextOf.call(user))));
    }

    private List<String> groups(@Nullable Object context) {
        if (context == null) {
            return List.of();
        }
        return ((Set<?>) principalsOf.value(context))
                .stream()
                        .filter(groupType::isInstance)
                        .map(group -> ((Principal) group).getName())
                        .toList();
    }

    Principal principal(Login login) {
        Principal caller = login.type() == Login.CallerType.CALLER_PRINCIPAL
                ? new CallerPrincipal(login.caller())
                : (Principal) newPlain.value(login.caller());
        Subject subject = new Subject();
        subject.getPrincipals().add(caller);
        for (String group : login.groups()) {
            subject.getPrincipals().add((Principal) newGroup.value(group));
        }
        subject.getPublicCredentials().add(newCredential.value(caller));
        return (Principal) newWeb.value(caller, newContext.value(subject));
    }

    void actFor(Principal user) {
        if (webType.isInstance(user)) {
            setCurrent.call(contextOf.call(user));
        }
    }
}
