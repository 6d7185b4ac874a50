package org.remora.shop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.remora.shop.page.Html;

/** Writes answers that no browser keeps: what they show changes with every click. */
final class Answer {

    private Answer() {}

    /** Answers with a page. */
    static void page(Html page, HttpServletResponse response) throws IOException {
        write("text/html", page.text(), response);
    }

    /** Answers with plain text. */
    static void text(String text, HttpServletResponse response) throws IOException {
        write("text/plain", text, response);
    }

    private static void write(String type, String text, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(text);
    }
}
