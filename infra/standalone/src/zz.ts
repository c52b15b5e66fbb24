import { openTestHouse } from '/work/main/infra/standalone/test/house.ts';
import { foundOffice } from '/work/main/infra/standalone/test/permissions/office.ts';
const h = await openTestHouse();
console.time('office');
try { console.log(await foundOffice(h)); } catch (e) { console.log(e) }
console.timeEnd('office');
await h.close();
