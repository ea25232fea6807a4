package charla.server.mongo;

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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every promise of the storage ports, on every MongoDB there is to test against. */
@ParameterizedClass
@MethodSource("charla.server.mongo.MongoTarget#all")
class MongoContractTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private final TestDatabase database;

  MongoContractTest(MongoTarget target) {
    this.database = new TestDatabase(target.uri());
  }

  private Store open() {
    return database.open(CLOCK);
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Nested
  class Accounts extends AccountsContract {
    @Override
    protected Store open() {
      return MongoContractTest.this.open();
    }
  }

  @Nested
  class Append extends AppendContract {
    @Override
    protected Store open() {
      return MongoContractTest.this.open();
    }
  }

  @Nested
  class Conversations extends ConversationsContract {
    @Override
    protected Store open() {
      return MongoContractTest.this.open();
    }
  }

  @Nested
  class FindPeople extends FindPeopleContract {
    @Override
    protected Store open() {
      return MongoContractTest.this.open();
    }
  }

  @Nested
  class Invites extends InvitesContract {
    @Override
    protected Store open() {
      return MongoContractTest.this.open();
    }
  }

  @Nested
  class Calls extends CallsContract {
    @Override
    protected Store open() {
      return MongoContractTest.this.open();
    }
  }

  @Nested
  class Messages extends MessagesContract {
    @Override
    protected Store open() {
      return MongoContractTest.this.open();
    }
  }

  @Nested
  class Sessions extends SessionsContract {
    @Override
    protected Store open() {
      return MongoContractTest.this.open();
    }
  }

  @Nested
  class SignInFailures extends SignInFailuresContract {
    @Override
    protected Store open() {
      return MongoContractTest.this.open();
    }
  }

  @Nested
  class WholeStore extends StoreContract {
    @Override
    protected Store open() {
      return MongoContractTest.this.open();
    }
  }
}
