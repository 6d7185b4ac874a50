package org.remora.session.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tests need of a container's request; every other method fails. */
final class StubRequest {

    private final Map<String, @Nullable Object> attributes = new HashMap<>();
    private String contextPath = "/shop";
    private String servletPath = "/cart";
    private String requestUri = "/shop/cart";
    private @Nullable String pathInfo;
    private List<String> cookieHeaders = List.of();

    StubRequest at(String newServletPath, @Nullable String newPathInfo) {
        servletPath = newServletPath;
        pathInfo = newPathInfo;
        return this;
    }

    StubRequest uri(String newContextPath, String uri) {
        contextPath = newContextPath;
        requestUri = uri;
        return this;
    }

    StubRequest cookies(String... headers) {
        cookieHeaders = List.of(headers);
        return this;
    }

    HttpServletRequest request() {
        InvocationHandler handler = (proxy, method, arguments) -> invoke(method, arguments);
        return (HttpServletRequest) Proxy.newProxyInstance(
                StubRequest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, handler);
    }

    /** Calls the method of {@link Answers} of the same form, if there is one. */
    private @Nullable Object invoke(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return Answers.class
                    .getDeclaredMethod(method.getName(), method.getParameterTypes())
                    .invoke(new Answers(), arguments);
        } catch (NoSuchMethodException e) {
            throw new UnsupportedOperationException(method.toString(), e);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("UnusedMethod") // called by their names
    private final class Answers {

        @Nullable
        Object getAttribute(String name) {
            return attributes.get(name);
        }

        void setAttribute(String name, Object value) {
            attributes.put(name, value);
        }

        boolean isAsyncStarted() {
            return false;
        }

        boolean isSecure() {
            return false;
        }

        String getServletPath() {
            return servletPath;
        }

        @Nullable
        String getPathInfo() {
            return pathInfo;
        }

        String getRequestURI() {
            return requestUri;
        }

        String getContextPath() {
            return contextPath;
        }

        @Nullable
        String getHeader(String name) {
            return name.equals("Cookie") && !cookieHeaders.isEmpty() ? cookieHeaders.get(0) : null;
        }

        Enumeration<String> getHeaders(String name) {
            return Collections.enumeration(name.equals("Cookie") ? cookieHeaders : List.of());
        }

        @SuppressWarnings("JdkObsolete") // the Servlet API has it
        StringBuffer getRequestURL() {
            return new StringBuffer("http://shop.example:8080").append(requestUri);
        }
    }
}
