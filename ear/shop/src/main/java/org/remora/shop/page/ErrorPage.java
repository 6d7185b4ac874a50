package org.remora.shop.page;

/** What a user sees when there is no page to show; says nothing about the session, which may be what failed. */
public final class ErrorPage {

    private ErrorPage() {}

    /**
     * The page for one HTTP status.
     *
     * @param root the path of the application
     */
    public static Html html(int status, String root) {
        return Frame.page(
                root,
                title(status),
                Html.of("<a href=\"{}/\">Products</a>", root),
                Html.of("<p>HTTP status {}. <a href=\"{}/\">Back to the products</a></p>", status, root),
                Html.NOTHING);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "The shop has no such form";
            case 403 -> "This form came from another site";
            case 404 -> "There is nothing at this address";
            case 405 -> "That cannot be done here";
            case 503 -> "Your session cannot be reached just now, please try again";
            default -> "Something went wrong";
        };
    }
}
