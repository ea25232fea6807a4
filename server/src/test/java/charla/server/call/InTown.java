package charla.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.server.call.Town.Device;
import charla.server.call.Town.Person;

/** A town in which Ana may call Bob and Eva. */
abstract class InTown {
  static final String SDP =
      """
      v=0
      o=- 4611731400430051336 2 IN IP4 127.0.0.1
      s=-
      t=0 0
      m=audio 9 UDP/TLS/RTP/SAVPF 111
      a=ice-ufrag:4ZcD
      a=ice-pwd:2/1muCWoOi3uLifh0NuRHlNs
      a=fingerprint:sha-256 4A:AD:B9
      """;

  final Town town = new Town();
  final Person anaRuiz = town.person("ana");
  final Person bobSmith = town.person("bob");
  final Person evaLang = town.person("eva");
  final Device ana = town.device(anaRuiz);

  CallId ringing(Device bob) {
    CallId call = ana.call(1, bobSmith);
    bob.ring(call);
    return call;
  }

  CallId answered(Device bob) {
    CallId call = ringing(bob);
    bob.accept(call);
    return call;
  }

  CallId active(Device bob) {
    CallId call = answered(bob);
    ana.hears(call);
    return call;
  }

  void assertEnded(CallId call, CallReason reason) {
    assertThat(town.stored(call).state()).isEqualTo(Call.State.ENDED);
    assertThat(town.stored(call).reason()).isEqualTo(reason);
    assertThat(town.lines).extracting(StoredCall::id).containsOnlyOnce(call);
    assertThat(town.lines.getLast().line().reason()).isEqualTo(reason);
  }
}
