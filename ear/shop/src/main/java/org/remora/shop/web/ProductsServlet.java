package org.remora.shop.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.remora.shop.Catalogue;
import org.remora.shop.page.ProductsPage;

/** Shows everything the shop sells. */
@WebServlet("")
public class ProductsServlet extends HttpServlet {

    @Inject
    private Catalogue catalogue;

    @Inject
    private Visits visits;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer.page(ProductsPage.html(catalogue.products(), visits.of(request)), response);
    }
}
