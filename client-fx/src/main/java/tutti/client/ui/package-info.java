/**
 * What every region of the window shares: what it sees ({@link tutti.client.ui.View}) and what it may ask ({@link
 * tutti.client.ui.Desk}). Regions do not know one another. Everything here is for the FX thread; the records are
 * immutable and may be made on any thread.
 */
@NullMarked
package tutti.client.ui;

import org.jspecify.annotations.NullMarked;
