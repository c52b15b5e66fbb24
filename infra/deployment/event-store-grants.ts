import type { EventStoreDBClient } from '@eventstore/db-client';
import { jsonEvent } from '@eventstore/db-client';
import { serviceNames } from '../../packages/host/src/settings/distributed-settings.ts';

/** Users of the services belong to this group, and to no other. */
export const GROUP = 'jiandu-services';

const ADMINS = '$admins';

/** Users of the record, one a service. The record cannot tell services apart by stream; it can by name in its own log. */
export const recordUsers: readonly string[] = serviceNames.map((service) => `jiandu-${service}`);

/**
 * Who may do what with a stream that has no rule of its own: services append and read. To delete one, to cut it or to change
 * its rules is for the administrators, and so is everything of the server's own streams, where users and passwords lie.
 */
export const defaultRules = {
  $userStreamAcl: { $r: [GROUP, ADMINS], $w: [GROUP, ADMINS], $d: ADMINS, $mr: [GROUP, ADMINS], $mw: ADMINS },
  $systemStreamAcl: { $r: ADMINS, $w: ADMINS, $d: ADMINS, $mr: ADMINS, $mw: ADMINS },
} as const;

type Record = Pick<EventStoreDBClient, 'appendToStream' | 'setStreamMetadata'>;

/** Sets the default rules, and lets the services read the record as a whole, in its order. Doing it again says it once more. */
export async function grant(record: Record): Promise<void> {
  await record.appendToStream('$settings', jsonEvent({ type: 'update-default-acl', data: defaultRules }));
  await record.setStreamMetadata('$all', { acl: { readRoles: [GROUP, ADMINS] } });
}
