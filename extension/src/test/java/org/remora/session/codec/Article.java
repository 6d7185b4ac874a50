package org.remora.session.codec;

import java.io.Serializable;

/** A value of an application. */
record Article(String name) implements Serializable {}
