package org.remora.arquillian.redeploy.app;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionListener;

/** Is told of everything. */
@WebListener
public class EndListener implements HttpSessionListener, HttpSessionAttributeListener {}
