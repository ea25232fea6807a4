/** Calls by WebRTC, and the sound system of this computer. */
@NullMarked
package charla.client.call.webrtc;

import org.jspecify.annotations.NullMarked;
