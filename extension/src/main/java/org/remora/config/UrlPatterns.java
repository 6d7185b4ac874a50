package org.remora.config;

import java.util.List;

/**
 * Some of an application's paths.
 *
 * @param patterns of which one has to match
 */
public record UrlPatterns(List<UrlPattern> patterns) {

    /** No path at all. */
    public static final UrlPatterns NONE = new UrlPatterns(List.of());

    /**
     * Keeps a copy.
     *
     * @param patterns of which one has to match
     */
    public UrlPatterns {
        patterns = List.copyOf(patterns);
    }

    /**
     * Whether there is nothing to match, so that a caller need not put a path together.
     *
     * @return true if no path matches
     */
    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    /**
     * Whether a path is one of these.
     *
     * @param path the servlet path and path info of a request: decoded, below the context path, with a slash in front
     * @return true if one of the patterns matches
     */
    public boolean matches(String path) {
        for (UrlPattern pattern : patterns) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }
}
