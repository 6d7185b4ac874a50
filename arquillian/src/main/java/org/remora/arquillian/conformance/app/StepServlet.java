package org.remora.arquillian.conformance.app;

import jakarta.enterprise.context.ContextException;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Does the steps that the parameters {@code step} name, one after the other, and answers with a line for each: what it
 * found, or the simple name of what was thrown behind an exclamation mark.
 *
 * <p>A step that dispatches the request leaves the steps behind it to where the request goes.
 */
@WebServlet(
        urlPatterns = {"/do/*", "/filtered/*", "/wrapped/*"},
        asyncSupported = true)
public class StepServlet extends HttpServlet {

    private static final Map<String, Step> STEPS = steps();

    private static Map<String, Step> steps() {
        Map<String, Step> all = new HashMap<>();
        SessionSteps.addTo(all);
        ValueSteps.addTo(all);
        RequestSteps.addTo(all);
        DispatchSteps.addTo(all);
        ContextSteps.addTo(all);
        BeanSteps.addTo(all);
        return Map.copyOf(all);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Turn turn = Turn.of(request, response);
        while (turn.hasNext()) {
            run(turn, turn.next());
        }
        if (!turn.isHandedOver()) {
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream().write(turn.text());
        }
    }

    private static void run(Turn turn, Words words) throws ServletException, IOException {
        Step step = STEPS.get(words.name());
        if (step == null) {
            throw new ServletException("there is no step " + words.name());
        }
        try {
            Object found = step.run(turn, words);
            if (!turn.isHandedOver()) {
                turn.answer(found);
            }
        } catch (IllegalStateException | IllegalArgumentException | ContextException thrown) {
            turn.answer("!" + thrown.getClass().getSimpleName());
        }
    }
}
