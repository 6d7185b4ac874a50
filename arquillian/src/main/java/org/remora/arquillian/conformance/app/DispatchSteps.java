package org.remora.arquillian.conformance.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** Ways for a request to go on elsewhere; the steps that follow are done there. */
final class DispatchSteps {

    private static final String STEPS_PAGE = "/do";

    private DispatchSteps() {}

    static void addTo(Map<String, Step> steps) {
        steps.put("forward", (turn, words) -> forward(turn, turn.request().getRequestDispatcher(STEPS_PAGE)));
        steps.put("include", DispatchSteps::include);
        steps.put("forwardTo", (turn, words) -> forward(turn, elsewhere(turn, words)));
        steps.put("asyncDispatch", (turn, words) -> asyncDispatch(turn));
        steps.put("asyncThread", (turn, words) -> asyncThread(turn));
        steps.put("sendError", (turn, words) -> {
            turn.answer("done");
            turn.handOver();
            turn.response().sendError(words.number());
            return "";
        });
        steps.put("redirect", (turn, words) -> {
            turn.handOver();
            turn.response().sendRedirect(words.first());
            return "";
        });
        steps.put("throw", (turn, words) -> {
            turn.answer("done");
            turn.handOver();
            throw new UnsupportedOperationException("as the request asked for");
        });
    }

    private static RequestDispatcher elsewhere(Turn turn, Words words) {
        return Objects.requireNonNull(turn.request().getServletContext().getContext(words.first()))
                .getRequestDispatcher(STEPS_PAGE);
    }

    private static String forward(Turn turn, RequestDispatcher dispatcher) throws ServletException, IOException {
        turn.answer("done");
        turn.handOver();
        dispatcher.forward(turn.request(), turn.response());
        return "";
    }

    private static String include(Turn turn, Words words) throws ServletException, IOException {
        turn.answer("done");
        turn.handOver();
        turn.request().getRequestDispatcher(STEPS_PAGE).include(turn.request(), turn.response());
        return "";
    }

    private static String asyncDispatch(Turn turn) {
        turn.answer("done");
        turn.handOver();
        turn.request().startAsync(turn.request(), turn.response()).dispatch(STEPS_PAGE);
        return "";
    }

    /** Only attributes are set there: {@code asyncThread} is followed by one {@code set}. */
    private static String asyncThread(Turn turn) {
        Words set = turn.next();
        turn.handOver();
        AsyncContext async = turn.request().startAsync(turn.request(), turn.response());
        async.start(() -> {
            turn.request().getSession().setAttribute(set.first(), set.second());
            write(turn);
            async.complete();
        });
        return "";
    }

    private static void write(Turn turn) {
        try {
            turn.answer("done");
            turn.response().getOutputStream().write(turn.text());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
