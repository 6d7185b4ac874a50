package org.remora.session.codec;

import java.io.Serializable;

/**
 * A value of an application.
 *
 * @param name its name
 */
public record Article(String name) implements Serializable {}
