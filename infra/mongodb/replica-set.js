// mongosh --nodb replica-set.js: makes the one-node replica set of the Compose files, waits until it takes writes, and
// does nothing when it is there already. In production it is followed by users.js.
//
//   MONGODB_SERVER    where to reach the server now, such as 127.0.0.1:27017
//   MONGODB_MEMBER    by which address the services will reach it
//   MONGODB_OPTIONS   what is added to the address, such as &tls=true&tlsCAFile=…
const { MONGODB_SERVER: server, MONGODB_MEMBER: member, MONGODB_OPTIONS: options = '' } = process.env;
const admin = new Mongo(`mongodb://${server}/?directConnection=true${options}`).getDB('admin');
// Of all commands `hello` alone is answered to everybody, before and after there are users.
const hello = () => admin.runCommand({ hello: 1 });

if (hello().setName === undefined) {
  admin.runCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: member }] } });
  print(`replica set rs0 made of ${member}`);
}
for (let tries = 0; !hello().isWritablePrimary; tries += 1) {
  if (tries === 120) throw new Error(`${server} did not become the primary of rs0 within a minute`);
  sleep(500);
}
print('replica set rs0 takes writes');
