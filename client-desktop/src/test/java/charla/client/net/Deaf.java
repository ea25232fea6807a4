package charla.client.net;

import charla.protocol.ServerFrame;

/** Hears nothing of the live connection. */
public final class Deaf implements Live.Listener {
  @Override
  public void state(LinkState state) {}

  @Override
  public void frame(ServerFrame frame) {}
}
