import { type PermissionCell, permissionMatrix, relations } from '@jiandu/access';
import { roles } from '@jiandu/catalogue';
import type { Relation } from '@jiandu/eventing';
import { services } from '../src/services.ts';

const HOLDERS = roles.filter(({ code }) => code !== 'system');

const ties: Readonly<Partial<Record<Relation, string>>> = {
  own: '本人承办 / assigned',
  unit: '本院 / its unit',
  escalated: '报请至本院 / escalated to the unit',
  shared: '移交本院 / shared with the unit',
  above: '上级院 / a unit above',
  anyone: '不限 / any tie',
};

const OPENING = `# 权限表 / Permissions

谁可以办什么、看什么，由每个命令和查询自己的声明决定；没有写明允许的，一律不允许。本表由声明生成，逐格经HTTP接口测试。

Who may do and see what is said by the declaration of each command and query; what is not allowed is denied. This table is
generated from the declarations and tested cell by cell over HTTP. Write it anew with \`npm run permissions\`.

每一列是人与事的一种关系，格中是在此关系下可以办理的角色。受限事项只对名单上的人可见，与角色无关；检察长可以书面授权他人
代行决定，在有效期内按检察长的权限办理。

Each column is a tie between person and thing; a cell names the roles that may act by it. A restricted thing is seen by those
on its list alone, whatever the role. What a chief has delegated in writing may be decided by the delegate within its dates.
`;

function titleOf(role: string): string {
  return HOLDERS.find(({ code }) => code === role)?.title.zh ?? role;
}

/** The roles that act by a tie and would not by any tie at all. */
function cellOf(cells: readonly PermissionCell[], relation: Relation): string {
  const by = (tie: Relation) =>
    cells.filter((cell) => cell.allowed && cell.relation === tie).map(({ role }) => role);
  const anyhow = new Set(by('anyone'));
  if (relation === 'anyone')
    return anyhow.size === HOLDERS.length ? '任何登录人员 / everybody' : [...anyhow].map(titleOf).join('、');
  return by(relation)
    .filter((role) => !anyhow.has(role))
    .map(titleOf)
    .join('、');
}

function tableOf(cells: readonly PermissionCell[]): readonly string[] {
  const acts = Map.groupBy(cells, ({ name }) => name);
  const rows = [...acts].map(([name, own]) => {
    const title = own[0]?.title;
    const allowed = relations.map((relation) => cellOf(own, relation));
    return `| ${title?.zh}<br>${title?.en} | \`${name}\` | ${allowed.join(' | ')} |`;
  });
  const head = ['事 / act', '名称 / name', ...relations.map((relation) => ties[relation] ?? relation)];
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows];
}

function glossary(): readonly string[] {
  const rows = HOLDERS.map(({ code, title }) => `| ${title.zh} | ${title.en} | \`${code}\` |`);
  return ['## 角色 / Roles', '', '| 角色 | role | code |', '|---|---|---|', ...rows];
}

/** The permission matrix of the whole house as a document. */
export function permissionDocument(): string {
  const cells = permissionMatrix(
    services,
    HOLDERS.map(({ code }) => code),
  ).filter(({ internal }) => !internal);
  const parts = services.flatMap(({ name, title }) => {
    const own = cells.filter(({ service }) => service === name);
    const kinds = [
      { kind: 'command', heading: `## ${title.zh}：办理 / ${title.en}: commands` },
      { kind: 'query', heading: `## ${title.zh}：查询 / ${title.en}: queries` },
    ];
    return kinds.flatMap(({ kind, heading }) => {
      const of = own.filter((cell) => cell.kind === kind);
      return of.length === 0 ? [] : [heading, '', ...tableOf(of), ''];
    });
  });
  return `${[OPENING, ...parts, ...glossary()].join('\n')}\n`;
}
