package org.remora.shop.page;

/** What all pages have in common: head, navigation and the drawing of a product. */
final class Frame {

    private Frame() {}

    /**
     * A whole page.
     *
     * @param navigation what stands behind the shop's name
     * @param footer what stands below everything
     */
    static Html page(String root, String title, Html navigation, Html content, Html footer) {
        return Html.of("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                    <meta charset="UTF-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <meta name="color-scheme" content="light dark">
                    <title>{} · The Chandlery</title>
                    <link rel="icon" href="{}/icon.svg" type="image/svg+xml">
                    <link rel="stylesheet" href="{}/shop.css">
                </head>
                <body>
                <a class="skip" href="#content">Skip to the content</a>
                <header>
                    <div class="bar">
                        <a class="brand" href="{}/">{}<span>The Chandlery</span></a>
                        <nav aria-label="Shop">{}</nav>
                    </div>
                </header>
                <main id="content">
                <h1>{}</h1>
                {}
                </main>
                {}
                </body>
                </html>
                """, title, root, root, root, drawing("lifebuoy", root), navigation, title, content, footer);
    }

    /** A page for a visit, with the way to the cart and with what there is to say about the server. */
    static Html page(String title, Visit visit, Html content) {
        return page(visit.root(), title, navigation(visit), content, WherePanel.html(visit));
    }

    /** The drawing of a product. */
    static Html drawing(String product, String root) {
        return Html.of("""
                <svg class="drawing" viewBox="0 0 64 64" aria-hidden="true"><use href="{}/products.svg#{}"/></svg>
                """, root, product);
    }

    private static Html navigation(Visit visit) {
        int pieces = visit.bill().pieces();
        Html count = pieces == 0
                ? Html.NOTHING
                : Html.of("<span class=\"count\">{}<span class=\"unseen\"> in the cart</span></span>", pieces);
        return Html.of("""
                <a href="{}/">Products</a>
                <a href="{}/cart">Cart and wishes {}</a>
                <a href="{}/archive">Letters</a>
                """, visit.root(), visit.root(), count, visit.root());
    }
}
