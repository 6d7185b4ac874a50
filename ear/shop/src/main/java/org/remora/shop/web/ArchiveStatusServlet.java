package org.remora.shop.web;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.remora.shop.archive.Message;
import org.remora.shop.archive.MessageArchive;
import org.remora.shop.archive.SearchResult;

/**
 * The answer of the archive for scripts: lines of {@code key=value}.
 *
 * <p>Keys: {@code complete} ({@code true} or {@code false}), {@code indexed} and {@code stored} (changes of messages),
 * {@code found} (how many messages) and {@code ids} (of the newest of them, parted by commas). Without an archive the
 * answer is 404.
 */
@WebServlet("/archive/status")
public class ArchiveStatusServlet extends HttpServlet {

    @Inject
    private Instance<MessageArchive> archive;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (archive.isResolvable() && archive.get().isOpen()) {
            Answer.text(status(archive.get().search(new ArchiveForm(request).question())), response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    static String status(SearchResult result) {
        return """
                complete=%s
                indexed=%d
                stored=%d
                found=%d
                ids=%s
                """.formatted(
                        result.isComplete(),
                        result.indexed(),
                        result.stored(),
                        result.total(),
                        result.first().stream().map(Message::id).collect(Collectors.joining(",")));
    }
}
