package charla.server.sqlite;

import charla.server.store.AccountsContract;
import charla.server.store.AppendContract;
import charla.server.store.CallsContract;
import charla.server.store.ConversationsContract;
import charla.server.store.FindPeopleContract;
import charla.server.store.InvitesContract;
import charla.server.store.MessagesContract;
import charla.server.store.SessionsContract;
import charla.server.store.SignInFailuresContract;
import charla.server.store.Store;
import charla.server.store.StoreContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** SQLite keeps every promise of the store, on a real file. */
class SqliteContractTest {
  @TempDir private Path folder;

  private Store openStore() {
    return SqliteStore.open(folder.resolve("charla.db"), Clock.systemUTC());
  }

  @Nested
  class Accounts extends AccountsContract {
    @Override
    protected Store open() {
      return openStore();
    }
  }

  @Nested
  class FindPeople extends FindPeopleContract {
    @Override
    protected Store open() {
      return openStore();
    }
  }

  @Nested
  class Sessions extends SessionsContract {
    @Override
    protected Store open() {
      return openStore();
    }
  }

  @Nested
  class SignInFailures extends SignInFailuresContract {
    @Override
    protected Store open() {
      return openStore();
    }
  }

  @Nested
  class Invites extends InvitesContract {
    @Override
    protected Store open() {
      return openStore();
    }
  }

  @Nested
  class Calls extends CallsContract {
    @Override
    protected Store open() {
      return openStore();
    }
  }

  @Nested
  class Conversations extends ConversationsContract {
    @Override
    protected Store open() {
      return openStore();
    }
  }

  @Nested
  class Append extends AppendContract {
    @Override
    protected Store open() {
      return openStore();
    }
  }

  @Nested
  class Messages extends MessagesContract {
    @Override
    protected Store open() {
      return openStore();
    }
  }

  @Nested
  class Whole extends StoreContract {
    @Override
    protected Store open() {
      return openStore();
    }
  }
}
