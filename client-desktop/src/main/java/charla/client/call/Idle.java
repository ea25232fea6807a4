package charla.client.call;

/** No call. */
public record Idle() implements CallState {
  @Override
  public Step on(CallEvent event) {
    return CallState.begin(this, event);
  }

  @Override
  public boolean isFree() {
    return true;
  }
}
