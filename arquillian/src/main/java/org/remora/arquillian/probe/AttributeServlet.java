package org.remora.arquillian.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Random;

/**
 * Reads and changes one attribute: {@code op=get}, {@code set} (to {@code value}), {@code bytes} (to {@code size}
 * bytes), {@code remove}, {@code notSerializable}.
 */
@WebServlet("/attribute")
public class AttributeServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        String name = parameters.text("name");
        HttpSession session = request.getSession();
        switch (parameters.text("op")) {
            case "get" -> {}
            case "set" -> session.setAttribute(name, parameters.text("value"));
            case "bytes" -> session.setAttribute(name, bytes(parameters.number("size")));
            case "remove" -> session.removeAttribute(name);
            case "notSerializable" -> setNotSerializable(session, name).writeTo(response);
            default -> throw new IllegalArgumentException("unknown op");
        }
        new Answer()
                .line("id", session.getId())
                .line("value", Shown.text(session.getAttribute(name)))
                .writeTo(response);
    }

    private static Answer setNotSerializable(HttpSession session, String name) {
        try {
            session.setAttribute(name, new Car());
            return new Answer().line("refusal", "none");
        } catch (IllegalArgumentException refusal) {
            return new Answer().line("refusal", refusal.getMessage());
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
