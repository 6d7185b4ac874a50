package org.remora.arquillian.caching.app;

import java.io.Serializable;

/** A value of a class that only the application knows. */
record Amount(long cents) implements Serializable {}
