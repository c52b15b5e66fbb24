// mongosh --nodb begin-again.js: makes services forget what they can find again, while all of them are stopped. Never the keys.
//
//   FORGET            feed: how far they are in Kafka's topics, and what they have published there; after topics were made anew.
//                     erasures: which reporters were erased; after a copy of the keys brought theirs back.
//                     all: every view, every place and what is parked, too; after the record went back in time.
//   MONGODB_SERVER, MONGODB_OPTIONS, MONGODB_SECRETS   as for users.js; without the last, the one database of a demonstration
const fs = require('node:fs');

const SERVICES = ['registry', 'intake', 'investigation', 'disposition', 'assessment', 'reporting'];
const KEYS = 'keys';

const {
  FORGET: what,
  MONGODB_SERVER: server,
  MONGODB_OPTIONS: options = '',
  MONGODB_SECRETS: secrets,
} = process.env;
if (!['feed', 'erasures', 'all'].includes(what)) throw new Error('FORGET must say feed, erasures or all');

const database = (name, credentials = '') =>
  new Mongo(`mongodb://${credentials}${server}/?directConnection=true${options}`).getDB(name);

function databases() {
  if (secrets === undefined) return [database('jiandu')];
  return SERVICES.map((service) => {
    const password = encodeURIComponent(fs.readFileSync(`${secrets}/mongodb_${service}`, 'utf8').trimEnd());
    return database(`jiandu_${service}`, `jiandu-${service}:${password}@`);
  });
}

function forgetErasures(db) {
  const forgotten = { $unset: { checkpoint: '' }, $inc: { commits: 1 } };
  const { matchedCount } = db.getCollection('collections').updateOne({ _id: 'house.erasure@1' }, forgotten);
  if (matchedCount > 0) print(`${db.getName()}: erasures are done again`);
}

/** Relays begin at the record's beginning. Policies keep their place in the record and lose that in the topics. */
function forgetFeed(db) {
  const heads = db.getCollection('collections');
  for (const { _id, checkpoint } of heads.find({ checkpoint: { $exists: true } }).toArray()) {
    const counted = { $inc: { commits: 1 } };
    if (/\.(relay|openRelay)@1$/.test(_id))
      heads.updateOne({ _id }, { $unset: { checkpoint: '' }, ...counted });
    else if (/\.policies@1$/.test(_id)) {
      const { own } = JSON.parse(checkpoint);
      heads.updateOne({ _id }, { $set: { checkpoint: JSON.stringify({ own }) }, ...counted });
    } else continue;
    print(`${db.getName()}: ${_id} begins again in the topics`);
  }
}

function forgetAll(db) {
  for (const name of db.getCollectionNames()) {
    if (name === KEYS || name.startsWith('system.')) continue;
    db.getCollection(name).drop();
    print(`${db.getName()}: ${name} is gone`);
  }
}

const forget = { feed: forgetFeed, erasures: forgetErasures, all: forgetAll }[what];
for (const db of databases()) forget(db);
