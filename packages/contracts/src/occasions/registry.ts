import type { registryEvents } from '../registry.ts';
import type { Occasions } from './occasion.ts';

/** When the events of the registry happen. */
export const registryOccasions: Occasions<typeof registryEvents> = {
  UnitRegistered: {
    zh: '登记一个检察院，写明自何日起存在时。',
    en: 'A procuratorate is registered, and exists from a day on.',
  },
  UnitRenamed: {
    zh: '检察院自某日起更名时。',
    en: 'A procuratorate has another name from a day on.',
  },
  UnitClosed: {
    zh: '检察院撤销时；编号序列和未结事项由承继单位接续。',
    en: 'A procuratorate is no more; its number series and open matters pass to the successor.',
  },
  PersonRegistered: {
    zh: '登记人员时；此后可以授予角色。',
    en: 'A member of staff is registered and may be given roles.',
  },
  RoleGranted: {
    zh: '自某日起授予某人在某单位的角色时。',
    en: 'Somebody holds a role in a unit from a day on.',
  },
  RoleEnded: {
    zh: '某人不再担任某角色时。',
    en: 'Somebody no longer holds a role.',
  },
  PersonDisabled: {
    zh: '停用人员，不得再登录和办理时。',
    en: 'Somebody may no longer sign in or act.',
  },
  DelegationGranted: {
    zh: '书面授权他人作出决定时（S12 §29）。',
    en: 'Decisions are delegated in writing (S12 §29).',
  },
  DelegationRevoked: {
    zh: '授权提前终止时。',
    en: 'A delegation ends before its time.',
  },
  CatalogueVersionPublished: {
    zh: '发布制度目录的一个版本，写明自何日起施行时。',
    en: 'A version of the catalogue holds from a day on; the hash proves which content.',
  },
  CalendarPublished: {
    zh: '发布工作日历的一个版本，写明自何日起施行时。',
    en: 'A version of the calendar of working days holds from a day on.',
  },
};
