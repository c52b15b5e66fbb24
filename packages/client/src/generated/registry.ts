// Generated from the API document; change the declaration of the command or query instead.

import type { Answer } from '../answer.ts';
import type { CommandOptions, OperationTable, QueryOptions } from '../operation.ts';
import type {
  CommandAnswer,
  RegistryCatalogueVersionsAnswer,
  RegistryCloseUnitInput,
  RegistryDeadlinesAnswer,
  RegistryDelegationsAnswer,
  RegistryDisablePersonInput,
  RegistryEndRoleInput,
  RegistryGrantDelegationInput,
  RegistryGrantRoleInput,
  RegistryMatterTypesAnswer,
  RegistryPeopleOfUnitAnswer,
  RegistryPublishCalendarInput,
  RegistryPublishCatalogueVersionInput,
  RegistryRegisterPersonInput,
  RegistryRegisterUnitInput,
  RegistryRenameUnitInput,
  RegistryRevokeDelegationInput,
  RegistryUnitsAnswer,
} from './schemas.ts';

/** 制度与组织 / Registry */
export interface RegistryApi {
  /** 登记单位 / Register a unit. `POST /v1/registry/units` */
  registerUnit(input: RegistryRegisterUnitInput, options?: CommandOptions): Promise<Answer<CommandAnswer>>;

  /** 检察院名录 / Units. `GET /v1/registry/units` */
  units(
    input?: {
      readonly level?: 'province' | 'prefecture' | 'county' | 'specialised';

      /** 检察院代码 / Code of the unit */
      readonly parent?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly on?: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<RegistryUnitsAnswer>>;

  /** 单位更名 / Rename a unit. `POST /v1/registry/units/{id}/rename-unit` */
  renameUnit(
    id: string,
    input: RegistryRenameUnitInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 撤销单位 / Close a unit. `POST /v1/registry/units/{id}/close-unit` */
  closeUnit(
    id: string,
    input: RegistryCloseUnitInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 登记人员 / Register a person. `POST /v1/registry/people` */
  registerPerson(
    input: RegistryRegisterPersonInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 授予角色 / Grant a role. `POST /v1/registry/people/{id}/grant-role` */
  grantRole(
    id: string,
    input: RegistryGrantRoleInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 终止角色 / End a role. `POST /v1/registry/people/{id}/end-role` */
  endRole(id: string, input: RegistryEndRoleInput, options?: CommandOptions): Promise<Answer<CommandAnswer>>;

  /** 停用人员 / Disable a person. `POST /v1/registry/people/{id}/disable-person` */
  disablePerson(
    id: string,
    input: RegistryDisablePersonInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 授权 / Delegate decisions. `POST /v1/registry/delegations` */
  grantDelegation(
    input: RegistryGrantDelegationInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 撤销授权 / Revoke a delegation. `POST /v1/registry/delegations/{id}/revoke-delegation` */
  revokeDelegation(
    id: string,
    input: RegistryRevokeDelegationInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 发布目录版本 / Publish a catalogue version. `POST /v1/registry/catalogue-versions` */
  publishCatalogueVersion(
    input: RegistryPublishCatalogueVersionInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 目录与日历版本 / Catalogue and calendar versions. `GET /v1/registry/catalogue-versions` */
  catalogueVersions(
    input?: { readonly kind?: 'catalogue' | 'calendar' },
    options?: QueryOptions,
  ): Promise<Answer<RegistryCatalogueVersionsAnswer>>;

  /** 发布工作日历 / Publish a calendar. `POST /v1/registry/catalogue-versions/publish-calendar` */
  publishCalendar(
    input: RegistryPublishCalendarInput,
    options?: CommandOptions,
  ): Promise<Answer<CommandAnswer>>;

  /** 本院人员 / People of a unit. `GET /v1/registry/units/{id}/people` */
  peopleOfUnit(
    input: {
      /** 检察院代码 / Code of the unit */
      readonly id: string;

      /** 目录代码 / Code of the catalogue */
      readonly role?: string;

      /** 法定日期（北京时间） / Legal date, Asia/Shanghai */
      readonly on?: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<RegistryPeopleOfUnitAnswer>>;

  /** 授权一览 / Delegations of a unit. `GET /v1/registry/units/{id}/delegations` */
  delegations(
    input: {
      /** 检察院代码 / Code of the unit */
      readonly id: string;
      readonly cursor?: string;
    },
    options?: QueryOptions,
  ): Promise<Answer<RegistryDelegationsAnswer>>;

  /** 事项类型 / Matter types. `GET /v1/registry/matter-types` */
  matterTypes(
    input?: Readonly<Record<string, never>>,
    options?: QueryOptions,
  ): Promise<Answer<RegistryMatterTypesAnswer>>;

  /** 期限表 / Deadlines. `GET /v1/registry/deadlines` */
  deadlines(
    input?: Readonly<Record<string, never>>,
    options?: QueryOptions,
  ): Promise<Answer<RegistryDeadlinesAnswer>>;
}

export const registryOperations = {
  registerUnit: { kind: 'command', method: 'POST', path: '/v1/registry/units', body: true },
  units: { kind: 'query', method: 'GET', path: '/v1/registry/units', body: false },
  renameUnit: { kind: 'command', method: 'POST', path: '/v1/registry/units/{id}/rename-unit', body: true },
  closeUnit: { kind: 'command', method: 'POST', path: '/v1/registry/units/{id}/close-unit', body: true },
  registerPerson: { kind: 'command', method: 'POST', path: '/v1/registry/people', body: true },
  grantRole: { kind: 'command', method: 'POST', path: '/v1/registry/people/{id}/grant-role', body: true },
  endRole: { kind: 'command', method: 'POST', path: '/v1/registry/people/{id}/end-role', body: true },
  disablePerson: {
    kind: 'command',
    method: 'POST',
    path: '/v1/registry/people/{id}/disable-person',
    body: true,
  },
  grantDelegation: { kind: 'command', method: 'POST', path: '/v1/registry/delegations', body: true },
  revokeDelegation: {
    kind: 'command',
    method: 'POST',
    path: '/v1/registry/delegations/{id}/revoke-delegation',
    body: true,
  },
  publishCatalogueVersion: {
    kind: 'command',
    method: 'POST',
    path: '/v1/registry/catalogue-versions',
    body: true,
  },
  catalogueVersions: { kind: 'query', method: 'GET', path: '/v1/registry/catalogue-versions', body: false },
  publishCalendar: {
    kind: 'command',
    method: 'POST',
    path: '/v1/registry/catalogue-versions/publish-calendar',
    body: true,
  },
  peopleOfUnit: { kind: 'query', method: 'GET', path: '/v1/registry/units/{id}/people', body: false },
  delegations: { kind: 'query', method: 'GET', path: '/v1/registry/units/{id}/delegations', body: false },
  matterTypes: { kind: 'query', method: 'GET', path: '/v1/registry/matter-types', body: false },
  deadlines: { kind: 'query', method: 'GET', path: '/v1/registry/deadlines', body: false },
} as const satisfies OperationTable[string];
