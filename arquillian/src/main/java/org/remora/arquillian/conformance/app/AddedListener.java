package org.remora.arquillian.conformance.app;

/** A listener that a context listener adds. */
public class AddedListener extends NotingListener {

    /** Made by the container. */
    public AddedListener() {
        super("added");
    }
}
