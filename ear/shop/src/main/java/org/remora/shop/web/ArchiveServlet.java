package org.remora.shop.web;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.remora.shop.archive.Message;
import org.remora.shop.archive.MessageArchive;
import org.remora.shop.archive.SampleLetters;
import org.remora.shop.archive.SearchResult;
import org.remora.shop.page.ArchivePage;

/** Shows letters, and takes the forms with new and changed ones. */
@WebServlet(urlPatterns = "/archive", loadOnStartup = 1)
public class ArchiveServlet extends HttpServlet {

    private static final int MOST_SAMPLES = 10_000;
    private static final String LOOK_AGAIN_AFTER_SECONDS = "2";

    @Inject
    private Instance<MessageArchive> archive;

    @Inject
    private Visits visits;

    /** Jobs can be had as soon as the application's context is initialized, which it is before its first servlet. */
    @Override
    public void init() {
        if (!isClosed()) {
            archive.get().begin();
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isClosed()) {
            Answer.page(ArchivePage.closed(visits.of(request)), response);
            return;
        }
        ArchiveForm form = new ArchiveForm(request);
        SearchResult result = archive.get().search(form.question());
        if (!result.isComplete()) {
            response.setHeader("Refresh", LOOK_AGAIN_AFTER_SECONDS);
        }
        Answer.page(ArchivePage.html(form.question(), result, visits.of(request)), response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            List<Message> messages = isClosed() ? List.of() : messages(new ArchiveForm(request));
            if (!messages.isEmpty()) {
                archive.get().save(messages);
                response.sendRedirect(request.getContextPath() + "/archive");
                return;
            }
        } catch (IllegalArgumentException e) {
            log("A letter is refused: " + e.getMessage());
        }
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    private boolean isClosed() {
        return !archive.isResolvable() || !archive.get().isOpen();
    }

    /**
     * What is to be kept by a form; nothing if it is none of the archive's.
     *
     * @throws IllegalArgumentException if something is missing in it or too long
     */
    private List<Message> messages(ArchiveForm form) {
        return switch (form.action()) {
            case "write" -> List.of(form.written(Instant.now()));
            case "change" ->
                archive.get().find(form.id()).map(form::changed).stream().toList();
            case "samples" -> SampleLetters.write(form.count(MOST_SAMPLES), Instant.now(), new SplittableRandom());
            default -> List.of();
        };
    }
}
