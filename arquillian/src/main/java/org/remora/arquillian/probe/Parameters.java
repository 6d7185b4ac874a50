package org.remora.arquillian.probe;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** The parameters of a request, which must be there. */
record Parameters(HttpServletRequest request) {

    String text(String name) {
        return Objects.requireNonNull(request.getParameter(name), () -> "parameter " + name + " is missing");
    }

    String text(String name, String absent) {
        return Objects.requireNonNullElse(request.getParameter(name), absent);
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }
}
