package org.remora.arquillian.caching.app;

import java.io.Serializable;

/** A key that is serializable only if what it holds is. */
record Holder(Object content) implements Serializable {}
