package org.remora.arquillian.server;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Reads the members from a text page. */
record MembershipPage(String path) implements Membership {

    private static final String KEY = "members=";

    @Override
    public List<String> seenBy(PayaraServer server) throws IOException {
        Page page = new Browser().get(server, path);
        return page.body()
                .lines()
                .filter(line -> line.startsWith(KEY) && line.length() > KEY.length())
                .flatMap(line -> Stream.of(line.substring(KEY.length()).split(",", -1)))
                .toList();
    }
}
