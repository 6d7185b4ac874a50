package org.remora.arquillian.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** An object changed in place: set once, and later only changed, by {@code add=<item>}. */
@WebServlet("/basket")
public class BasketServlet extends HttpServlet {

    private static final String ATTRIBUTE = "basket";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Basket basket = basketIn(request.getSession());
        String item = request.getParameter("add");
        if (item != null) {
            basket.add(item);
        }
        new Answer()
                .line("items", basket)
                .line("owner", basket.owner())
                .line("decoded", BasketJsonCodec.decoded())
                .writeTo(response);
    }

    private static Basket basketIn(HttpSession session) {
        if (session.getAttribute(ATTRIBUTE) instanceof Basket present) {
            return present;
        }
        Basket fresh = new Basket(new Customer("Ada"));
        session.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }
}
