// A client of another make, written from docs/protocol.md alone. Follows every conversation, keeps nothing on disk.
//   node chat-client.mjs 'charla://host:port/?ca=…&code=…' username password
// Reads JSON lines: {"do": "open", "username"}, {"do": "send", "conversationId", "content"},
//   {"do": "read", "conversationId", "seq"}, {"do": "say", "frame"}, {"do": "cut"} the line, {"do": "signOut"}; ends with its input.
// Writes JSON lines: {"event": "connected" | "opened" | "message" | "accepted" | "rejected" | "receipt" | "closed" | …}.
import crypto from "node:crypto";
import https from "node:https";
import readline from "node:readline";
import tls from "node:tls";
import WebSocket from "ws";

const [address, username, password] = process.argv.slice(2);
const link = new URL(address);
const [host, port] = [link.hostname.replace(/^\[|\]$/g, ""), link.port || "8443"];
const trust = { ca: await authority(link.searchParams.get("ca")), minVersion: "TLSv1.3" };
const later = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
const emit = (event, fields) => process.stdout.write(`${JSON.stringify({ event, ...fields })}\n`);

/** The authority that the server shows, if it is the one whose fingerprint the link names. */
function authority(fingerprint) {
  return new Promise((resolve, reject) => {
    const probe = tls.connect({ host, port, rejectUnauthorized: false }, () => {
      let shown = probe.getPeerCertificate(true);
      while (shown.issuerCertificate && shown.issuerCertificate !== shown) shown = shown.issuerCertificate;
      probe.destroy();
      const actual = crypto.createHash("sha256").update(shown.raw).digest("hex");
      if (actual === fingerprint) resolve(new crypto.X509Certificate(shown.raw).toString());
      else reject(new Error("this is not the server of the link"));
    });
    probe.on("error", reject);
  });
}

let token, me;
async function rest(method, path, body) {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const response = await new Promise((resolve, reject) => {
    https.request(`https://${link.hostname}:${port}/api/v1${path}`, { ...trust, method, headers }, resolve)
      .on("error", reject).end(body && JSON.stringify(body));
  });
  const text = (await response.setEncoding("utf8").toArray()).join("");
  const answer = text ? JSON.parse(text) : undefined;
  if (response.statusCode >= 300) throw Object.assign(new Error(answer.error.code), answer.error);
  return answer;
}

// Receiving: a cursor per conversation; what is known is dropped, what is missing is read.
const logs = new Map();
function log(id) {
  if (!logs.has(id)) logs.set(id, { id, cursor: 0, head: 0, reading: false });
  return logs.get(id);
}
function take(message) {
  const mine = log(message.conversationId);
  if (message.seq <= mine.cursor) return;
  if (message.seq > mine.cursor + 1) return catchUp(mine, message.seq);
  mine.cursor = message.seq;
  emit("message", message);
  if (message.fromUser !== me && !mine.reading) delivered(mine);
}
async function catchUp(mine, lastSeq) {
  mine.head = Math.max(mine.head, lastSeq);
  if (mine.reading || mine.cursor >= mine.head) return;
  mine.reading = true;
  try {
    while (mine.cursor < mine.head) {
      const page = await rest("GET", `/conversations/${mine.id}/messages?after=${mine.cursor}&limit=200`);
      page.messages.forEach(take);
    }
    delivered(mine);
  } catch {
    socket.terminate();
  } finally {
    mine.reading = false;
  }
}
const moved = (heads) => heads.forEach((head) => catchUp(log(head.conversationId), head.lastSeq));
const delivered = ({ id, cursor }) => say({ type: "delivered", conversationId: id, seq: cursor });

// Sending: the first of the outbox is under way until it is answered.
const passing = ["rate_limited", "internal", "unavailable", "storage_full"];
const outbox = [];
const sendFirst = () => outbox.length > 0 && say({ type: "sendMessage", ...outbox[0] });
async function answered({ clientId, code, retryAfterSeconds }) {
  if (!clientId || clientId !== outbox[0]?.clientId) return;
  if (passing.includes(code)) await later(retryAfterSeconds ?? 5);
  else outbox.shift();
  sendFirst();
}

let socket, epoch, failures = 0;
const say = (frame) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(frame));
const reactions = {
  welcome: (frame) => {
    failures = 0;
    if (epoch !== frame.epoch) logs.clear();
    epoch = frame.epoch;
    emit("connected", { ...frame, me: signedIn.me });
    moved(frame.heads);
    sendFirst();
  },
  messageAccepted: (frame) => { emit("accepted", frame); take(frame.message); answered(frame); },
  rejected: (frame) => { emit("rejected", frame); answered(frame); },
  newMessage: (frame) => take(frame.message),
  resync: (frame) => moved(frame.heads),
  pong: (frame) => { clearTimeout(socket.silence); moved(frame.moved); },
};
const react = (frame) => (reactions[frame.type] ? reactions[frame.type](frame) : emit(frame.type, frame));
function connect() {
  const headers = { authorization: `Bearer ${token}` };
  const line = (socket = new WebSocket(`wss://${link.hostname}:${port}/api/v1/live`, { ...trust, headers }));
  const pinging = setInterval(() => {
    say({ type: "ping" });
    line.silence = setTimeout(() => line.terminate(), 10_000);
  }, 15_000);
  line.on("message", (text) => react(JSON.parse(text)));
  line.on("error", (error) => error.message.endsWith(" 401") && process.exit(1));
  line.on("close", async (code) => {
    clearInterval(pinging);
    clearTimeout(line.silence);
    emit("closed", { code });
    if ([4001, 4002, 4003].includes(code)) process.exit(1);
    await later(Math.random() * Math.min(30, 2 ** failures++));
    connect();
  });
}

const account = { username, password, device: "Node" };
const { available } = await rest("GET", `/users/available?username=${encodeURIComponent(username)}`);
const signedIn = available
  ? await rest("POST", "/users", { ...account, displayName: username, invite: link.searchParams.get("code") })
  : await rest("POST", "/sessions", account);
[token, me] = [signedIn.token, signedIn.me.user.id];
connect();
const commands = {
  open: async ({ username: name }) => {
    const { users } = await rest("GET", `/users?query=${encodeURIComponent(name)}`);
    emit("opened", await rest("POST", "/conversations", { userId: users.find((u) => u.username === name)?.id }));
  },
  send: ({ conversationId, content }) =>
    outbox.push({ clientId: crypto.randomBytes(16).toString("hex"), conversationId, content }) === 1 && sendFirst(),
  read: ({ conversationId, seq }) => say({ type: "read", conversationId, seq }),
  say: ({ frame }) => say(frame),
  cut: () => socket.terminate(),
  signOut: () => rest("DELETE", "/sessions/current"),
};
for await (const line of readline.createInterface(process.stdin)) {
  const { do: name, ...fields } = JSON.parse(line);
  await Promise.resolve(commands[name](fields)).catch((error) => emit("failed", { do: name, code: error.message }));
}
process.exit(0);
