package charla.server.web;

import charla.protocol.ServerInfo;
import charla.server.account.AccountServices;
import charla.server.call.Calling;
import charla.server.chat.Chat;
import charla.server.live.Connections;
import charla.server.store.Store;
import java.util.function.Supplier;

/**
 * Whom the routes ask.
 *
 * @param info asked anew each time, since a server does not stay empty
 */
public record Services(
    AccountServices accounts,
    Chat chat,
    Calling calling,
    Connections connections,
    Store store,
    Supplier<ServerInfo> info) {}
