package org.remora.shop.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.remora.shop.Catalogue;
import org.remora.shop.Product;
import org.remora.shop.page.Cluster;
import org.remora.shop.page.Visit;
import org.remora.shop.page.Whereabouts;

/**
 * The state of the visit for scripts: lines of {@code key=value}.
 *
 * <p>Keys: {@code server}, {@code members} (names, the oldest first), {@code session} (the beginning of its id, or
 * {@code none}), {@code created} (ISO-8601, or {@code none}), {@code cart} ({@code product:quantity}), {@code wishes}
 * and {@code prices} ({@code product:price}). Several values are parted by commas. Asking opens no session.
 */
@WebServlet("/status")
public class StatusServlet extends HttpServlet {

    private static final String NONE = "none";

    @Inject
    private Visits visits;

    @Inject
    private Catalogue catalogue;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer.text(status(visits.of(request), catalogue), response);
    }

    static String status(Visit visit, Catalogue catalogue) {
        return """
                server=%s
                members=%s
                session=%s
                created=%s
                cart=%s
                wishes=%s
                prices=%s
                """.formatted(
                visit.where().server(),
                joined(visit.where().cluster().members(), Cluster.Member::name),
                visit.where().session().map(Whereabouts.Facts::id).orElse(NONE),
                visit.where().session().map(facts -> facts.created().toString()).orElse(NONE),
                joined(visit.bill().lines(), line -> line.product().id() + ":" + line.quantity()),
                joined(visit.wishes(), Product::id),
                joined(
                        catalogue.products(),
                        product -> product.id() + ":" + product.price().written()));
    }

    private static <T> String joined(List<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(","));
    }
}
