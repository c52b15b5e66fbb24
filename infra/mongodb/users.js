// mongosh --nodb users.js: one user for each service, limited to the database of its read models and to the key ring that the
// services share. Makes what is missing and sets passwords and roles again: running it again is how they are changed.
//
//   MONGODB_SERVER    where to reach the primary; from its own host the first time, when there is no user yet
//   MONGODB_OPTIONS   what is added to the address, such as &tls=true&tlsCAFile=…
//   MONGODB_SECRETS   directory with a file for each password: mongodb_administrator, mongodb_registry, …
const fs = require('node:fs');

const SERVICES = ['registry', 'intake', 'investigation', 'disposition', 'assessment', 'reporting'];

const { MONGODB_SERVER: server, MONGODB_OPTIONS: options = '', MONGODB_SECRETS: secrets } = process.env;
const password = (name) => fs.readFileSync(`${secrets ?? '/run/secrets'}/mongodb_${name}`, 'utf8').trimEnd();
const as = (credentials) =>
  new Mongo(`mongodb://${credentials}${server}/?directConnection=true${options}`).getDB('admin');

function administrator() {
  const credentials = `administrator:${encodeURIComponent(password('administrator'))}@`;
  try {
    return as(credentials);
  } catch (error) {
    // 18: no such user. Until there is one, whoever comes from the server's own host may make the first.
    if (error.code !== 18) throw error;
  }
  as('').createUser({
    user: 'administrator',
    pwd: password('administrator'),
    roles: ['userAdminAnyDatabase', 'clusterAdmin', 'backup', 'restore'],
  });
  print('administrator made');
  return as(credentials);
}

const admin = administrator();
for (const service of SERVICES) {
  const user = `jiandu-${service}`;
  const account = {
    pwd: password(service),
    mechanisms: ['SCRAM-SHA-256'],
    roles: [
      { role: 'readWrite', db: `jiandu_${service}` },
      { role: 'readWrite', db: 'jiandu_keys' },
    ],
  };
  if (admin.getUser(user) === null) admin.createUser({ user, ...account });
  else admin.updateUser(user, account);
  print(`${user} may read and write jiandu_${service} and jiandu_keys, and nothing else`);
}
