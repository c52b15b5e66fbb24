import { demonstrationSecrets } from '../distributed/src/start/secrets.ts';

/** `node infra/deployment/demonstration-keys.ts DIR`: makes the keys that the processes of a demonstration share, unless they are there. */
const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('say in which directory');
const { masterKey, sessionKey } = await demonstrationSecrets(directory);
process.stdout.write(`${masterKey}\n${sessionKey}\n`);
