package charla.client.chat;

import charla.protocol.CallReason;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The sign of a call that is over: which way it went, or that it was missed. */
public final class CallLineIcon {
  private CallLineIcon() {}

  /**
   * @param own whether the person signed in called
   */
  public static Ikon of(CallReason reason, boolean own) {
    if (CallLineWords.isMissed(reason, own)) {
      return BootstrapIcons.TELEPHONE_X;
    }
    return own ? BootstrapIcons.TELEPHONE_OUTBOUND : BootstrapIcons.TELEPHONE_INBOUND;
  }
}
