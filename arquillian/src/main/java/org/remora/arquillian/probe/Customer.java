package org.remora.arquillian.probe;

import java.io.Serializable;

/** A customer, inside other objects of the session. */
record Customer(String name) implements Serializable {}
