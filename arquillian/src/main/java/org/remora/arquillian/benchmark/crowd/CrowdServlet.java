package org.remora.arquillian.benchmark.crowd;

import com.hazelcast.core.Hazelcast;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.remora.session.AttributeChange;
import org.remora.session.CreateResult;
import org.remora.session.IdHash;
import org.remora.session.SessionDelta;
import org.remora.session.SessionId;
import org.remora.session.SessionKey;
import org.remora.session.SessionRecord;
import org.remora.session.SessionStore;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.StandardCodec;
import org.remora.session.jcache.JCacheSessionStore;

/**
 * Puts as many sessions of one kilobyte into the grid as the parameter {@code count} says, owned by this server, that
 * time out after {@code seconds} and up to {@code spread} more. They are what a request leaves behind whose session no
 * server has a copy of any more.
 */
@WebServlet("/crowd")
public final class CrowdServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int ATTRIBUTE_CHARACTERS = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String application =
                getServletContext().getVirtualServerName() + getServletContext().getContextPath();
        SessionStore store =
                new JCacheSessionStore(Hazelcast.getHazelcastInstanceByName("remora"), PATIENCE, System::nanoTime);
        int seconds = number(request, "seconds");
        int spread = number(request, "spread");
        StandardCodec codec = new StandardCodec(CrowdServlet.class.getClassLoader(), Optional.empty());
        long made = IntStream.range(0, number(request, "count"))
                .parallel()
                .filter(i -> isMade(
                        application,
                        store,
                        encoded(codec, i),
                        seconds + ThreadLocalRandom.current().nextInt(spread + 1)))
                .count();
        response.getWriter().print(made);
    }

    private static int number(HttpServletRequest request, String name) {
        return Integer.parseInt(request.getParameter(name));
    }

    private static byte[] encoded(StandardCodec codec, int number) {
        try {
            return codec.encode(
                    "x".repeat(ATTRIBUTE_CHARACTERS - Integer.toString(number).length()) + number);
        } catch (NotStorableException e) {
            throw new IllegalStateException("A text can always be stored", e);
        }
    }

    private static boolean isMade(String application, SessionStore store, byte[] bytes, int timeoutSeconds) {
        SessionId id = SessionId.random();
        while (!store.isOwnedHere(SessionKey.of(application, id))) {
            id = SessionId.random();
        }
        long now = System.currentTimeMillis();
        SessionDelta first = new SessionDelta(
                0,
                now,
                now,
                OptionalInt.of(timeoutSeconds),
                Optional.empty(),
                List.of(new AttributeChange.Written("text0", bytes)));
        SessionRecord blank = SessionRecord.blank(application, IdHash.of(id), now);
        return store.create(SessionKey.of(application, id), blank, first) instanceof CreateResult.Created;
    }
}
