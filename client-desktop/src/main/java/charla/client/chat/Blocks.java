package charla.client.chat;

import charla.client.net.Api;
import charla.client.net.Threads;
import charla.client.notice.Outcome;
import charla.client.notice.ProblemException;
import charla.protocol.User;
import charla.protocol.UserId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Whom this person blocks, as the server said last. FX thread only. */
public final class Blocks {
  private final Threads threads;
  private final Api api;
  private final ObservableList<User> people = FXCollections.observableArrayList();

  public Blocks(Threads threads, Api api) {
    this.threads = threads;
    this.api = api;
  }

  /** By user name. Not to be changed. */
  public ObservableList<User> people() {
    return people;
  }

  /** Follows for as long as somebody holds it. */
  public BooleanBinding blocks(UserId person) {
    return Bindings.createBooleanBinding(
        () -> people.stream().anyMatch(user -> user.id().equals(person)), people);
  }

  /** Asks anew: another device may have changed it. */
  public void refresh() {
    threads.ask(api::blocked, this::heard);
  }

  /** Neither can write to or call the other from now on. */
  public void block(UserId person, Consumer<Outcome<List<User>>> answer) {
    change(() -> api.block(person), answer);
  }

  public void unblock(UserId person, Consumer<Outcome<List<User>>> answer) {
    change(() -> api.unblock(person), answer);
  }

  private interface Change {
    void make() throws ProblemException;
  }

  private void change(Change change, Consumer<Outcome<List<User>>> answer) {
    threads.ask(
        () -> {
          change.make();
          return api.blocked();
        },
        outcome -> {
          heard(outcome);
          answer.accept(outcome);
        });
  }

  private void heard(Outcome<List<User>> outcome) {
    if (outcome instanceof Outcome.Success<List<User>>(List<User> now)) {
      people.setAll(now);
    }
  }
}
