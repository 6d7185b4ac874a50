/** Tests of the MBeans, on the platform's MBean server. */
@NullMarked
package org.remora.management;

import org.jspecify.annotations.NullMarked;
