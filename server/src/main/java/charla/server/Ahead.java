package charla.server;

import charla.server.sqlite.SqliteStore;

/**
 * What nearly every start needs: loaded on a thread of its own while the first one reads the
 * command line, which takes as long.
 */
final class Ahead {
  private Ahead() {}

  static void begin() {
    Thread.ofPlatform().daemon().name("ahead").start(SqliteStore::loadLibrary);
  }
}
