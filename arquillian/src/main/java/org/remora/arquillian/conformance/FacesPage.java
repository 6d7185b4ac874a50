package org.remora.arquillian.conformance;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.remora.arquillian.server.Page;

/** A page of Faces as a browser has it: its values, and a form with buttons. */
public final class FacesPage {

    private static final Pattern STATE = Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern GENERATED_ID = Pattern.compile(" name=\"(j_id[^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");

    private final Client client;
    private final Page page;

    private FacesPage(Client client, Page page) {
        this.client = client;
        this.page = page;
    }

    /** Opens a page by its name. */
    public static FacesPage open(Client client, String name) throws IOException {
        return new FacesPage(
                client, client.get("/" + name + ".xhtml").hasStatus(200).page());
    }

    /** Presses a button and returns the page that comes then, after a redirect if there is one. */
    public FacesPage press(String button) throws IOException {
        Page answer = pressed(button).page();
        if (answer.status() == 302) {
            String location = answer.header("Location").orElseThrow();
            return new FacesPage(client, client.follow(location).hasStatus(200).page());
        }
        Expect.that(answer.status() == 200, "status " + answer.status() + ": " + answer.body());
        return new FacesPage(client, answer);
    }

    /** Presses a button and returns whatever comes. */
    public Reply pressed(String button) throws IOException {
        String address = found(ACTION).replace("&amp;", "&");
        return client.send(address + (address.contains("?") ? "&" : "?") + "form=form&" + button + "=x"
                + "&jakarta.faces.ViewState=" + URLEncoder.encode(found(STATE), StandardCharsets.UTF_8));
    }

    /** Expects that the page shows this value. */
    public FacesPage shows(String key, String value) {
        String shown = page.value(key);
        Expect.that(shown.equals(value), key + " is " + shown + " instead of " + value);
        return this;
    }

    /** Returns the ids that Faces has made, as the names of forms and fields. */
    public List<String> ids() {
        return GENERATED_ID
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(page.body());
        Expect.that(matcher.find(), "no " + pattern + " in " + page.body());
        return matcher.group(1);
    }
}
