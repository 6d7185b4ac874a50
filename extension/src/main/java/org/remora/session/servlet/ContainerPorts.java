package org.remora.session.servlet;

/**
 * What the sessions need of the container and the Servlet API does not offer.
 *
 * @param commits tells when a response is committed
 * @param cookieConfig knows more of the session cookie
 * @param tracking knows how session ids travel
 * @param scopes shows the sessions to CDI
 * @param logins knows the users of requests
 * @param listeners the application's listeners
 * @param upgrades follows connections that are no longer HTTP
 */
public record ContainerPorts(
        ResponseCommits commits,
        ContainerCookieConfig cookieConfig,
        ContainerTracking tracking,
        SessionScopes scopes,
        ContainerLogins logins,
        ContainerListeners listeners,
        ContainerUpgrades upgrades) {}
