package charla.server.live;

import charla.server.chat.Messages;
import com.mongodb.client.MongoClient;
import io.javalin.Javalin;
import java.sql.Connection;
import org.bouncycastle.asn1.x500.X500Name;
import org.mindrot.jbcrypt.BCrypt;

/** Breaks every rule of the server's architecture test, which proves that the rules catch it. */
public record PlantedRuleBreaker(
    Messages laterInTheLine,
    Javalin javalin,
    MongoClient mongo,
    Connection sql,
    X500Name bouncyCastle,
    BCrypt bcrypt) {}
