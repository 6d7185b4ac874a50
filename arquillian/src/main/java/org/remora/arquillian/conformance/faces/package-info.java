/** Checks written from Jakarta Faces 4.0: view scope, flash, and the state of views in session and page. */
@NullMarked
package org.remora.arquillian.conformance.faces;

import org.jspecify.annotations.NullMarked;
