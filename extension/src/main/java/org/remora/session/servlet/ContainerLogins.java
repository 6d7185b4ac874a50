package org.remora.session.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.session.Login;

/** What the container knows of the users of requests, and a way to tell it more. */
public interface ContainerLogins {

    /** Called around the container's authentication, which is before every filter. */
    interface Gate {

        /**
         * Whether requests go through with nothing to be done, so that nobody need be called.
         *
         * @return true if the gate may be passed by
         */
        boolean isOpen();

        /**
         * A request comes in; nobody has looked yet whether its user may see what it asks for.
         *
         * @param request the container's request
         * @param response the container's response
         * @return false if the request has been answered and must go no further
         * @throws IOException if the answer cannot be written
         */
        boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException;

        /**
         * The request has been through authentication, and through the application if it got there.
         *
         * @param request the container's request
         * @param response the container's response
         * @throws IOException if the answer cannot be written
         */
        void left(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /**
     * Sets up a gate in an application that is being deployed.
     *
     * @param context the application
     * @param gate what to call for each of its requests
     * @throws IllegalStateException if the server is not one that this was written for
     */
    void install(ServletContext context, Gate gate);

    /**
     * Whether the container has anything to check in the request's application: constraints of its URLs, or an
     * authentication mechanism of Jakarta Security.
     *
     * @param request a request
     * @return whether users have to be known before the application is called
     */
    boolean isGuarded(HttpServletRequest request);

    /**
     * Makes the principal for a login that was made before, maybe on another node.
     *
     * @param login the login
     * @return the principal, which requests may share
     */
    Principal principal(Login login);

    /**
     * Tells the container who a request's user is.
     *
     * @param request the request
     * @param user the user's principal, as {@link #principal} made it
     * @param login the user's login
     */
    void identify(HttpServletRequest request, Principal user, Login login);

    /**
     * Lets the thread act for a user from now on, where the container has let it act for nobody.
     *
     * @param user the user's principal, as {@link #principal} made it
     */
    void actFor(Principal user);

    /**
     * Whether a login on this node is about to be completed by the container, which then brings back the request that
     * led to the login page.
     *
     * @param request a request whose user is known
     * @param login the user's login
     * @return true if the container is to identify the user itself
     */
    boolean isCompleting(HttpServletRequest request, Login login);

    /**
     * Whether the container has asked the client to log in, and keeps in its own session what the client wanted.
     *
     * @param request the request
     * @return true if the client's next request is best answered by this node
     */
    boolean isWaitingForLogin(HttpServletRequest request);

    /**
     * The page that the client wanted when the container asked it to log in.
     *
     * @param request a request of the client
     * @return its address within the server; empty if an address does not lead there, or the container did not ask
     */
    Optional<String> wantedPage(HttpServletRequest request);

    /**
     * Whether a request brings the name and password that a login page asked for, which the container is to check.
     *
     * @param request a request that has not been authenticated
     * @return true if it does
     */
    boolean isPassword(HttpServletRequest request);

    /**
     * Tells the container where the client wanted to go when another node asked it to log in. Where the container knows
     * that from this node, it keeps to it.
     *
     * @param request the request with the password
     * @param page what {@link #wantedPage} returned on the other node
     */
    void leadTo(HttpServletRequest request, String page);

    /**
     * Has the container forget whatever its own session knows of a login.
     *
     * @param request the request
     */
    void forget(HttpServletRequest request);

    /**
     * What the container wants to remember of a login that it has made in this request. It does not remember it by
     * itself from then on.
     *
     * @param request the request
     * @param known the principal by which the request was identified before, null if it was not
     * @param hasSession whether the request has a session
     * @return the login, empty if there is none, or none to be remembered
     */
    Optional<Login> made(HttpServletRequest request, @Nullable Principal known, boolean hasSession);

    /**
     * Whether it is the container, and not the application, that asks a wrapped request for its user.
     *
     * @return true if the container is among the callers of this method
     */
    boolean isAsking();
}
