package org.remora.session;

import java.util.List;

/**
 * Who a session's user is: what another node needs to go on without asking for a password.
 *
 * @param caller the user's name
 * @param type what kind of principal the application sees
 * @param authType the authentication type, as {@code HttpServletRequest.getAuthType()} gives it; empty for none
 * @param groups the groups that the user was in when logging in; roles are mapped from them on each node
 */
public record Login(String caller, CallerType type, String authType, List<String> groups) {

    /** Copies the list. */
    public Login {
        groups = List.copyOf(groups);
    }

    /** The kinds of principals that a user may be shown as. */
    public enum CallerType {
        /** The container's own, as a realm makes it. */
        CONTAINER,
        /** {@code jakarta.security.enterprise.CallerPrincipal}, as Jakarta Security makes it. */
        CALLER_PRINCIPAL
    }
}
