import { parseSync } from 'oxc-parser';

/** A name used at a line of a file. */
export interface Mention {
  readonly name: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What a file reaches for outside itself. */
export interface Source {
  /** Specifiers of every import and re-export, static, dynamic or of a type. */
  readonly imports: readonly Mention[];
  /** Every identifier used as a value, and every `Object.member` of two plain names. */
  readonly names: readonly Mention[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Reads a TypeScript source. Throws when it is not TypeScript at all. */
export function readSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  const [first] = errors;
  if (first) throw new Error(`${path} does not parse: ${first.message}`);

  const imports: Mention[] = [];
  const names: Mention[] = [];
  const lineOf = (node: Node) => text.slice(0, node.start).split('\n').length;

  // Erased: part of a type, gone before the file runs; only what it imports still matters.
  const visit = (node: Node, erased: boolean): void => {
    const specifier = importedBy(node);
    if (specifier !== undefined) imports.push({ name: specifier, line: lineOf(node) });
    const inType = erased || isTypeOnly(node);
    if (!inType) {
      if (node.type === 'Identifier') names.push({ name: String(node['name']), line: lineOf(node) });
      const member = plainMember(node);
      if (member !== undefined) names.push({ name: member, line: lineOf(node) });
    }
    for (const child of nodesIn(node, unnamedParts(node))) visit(child, inType);
  };
  visit(program as unknown as Node, false);
  return { imports, names };
}

function importedBy(node: Node): string | undefined {
  const importing = [
    'ImportDeclaration',
    'ExportNamedDeclaration',
    'ExportAllDeclaration',
    'ImportExpression',
    'TSImportType',
  ];
  if (!importing.includes(node.type)) return undefined;
  const source = node['source'] ?? node['argument'];
  const literal = isNode(source) && source.type === 'TSLiteralType' ? source['literal'] : source;
  return isNode(literal) && typeof literal['value'] === 'string' ? literal['value'] : undefined;
}

// A cast wraps a value, every other TS node is erased before the file runs.
const casts = [
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
];

function isTypeOnly(node: Node): boolean {
  return node.type.startsWith('TS') && !casts.includes(node.type) && node.type !== 'TSParameterProperty';
}

/** The children of a node that are labels rather than names looked up in a scope. */
function unnamedParts(node: Node): string[] {
  if (node['computed'] === true) return [];
  if (node.type === 'MemberExpression') return ['property'];
  if (node.type === 'Property') return node['shorthand'] === true ? ['value'] : ['key'];
  if (['MethodDefinition', 'PropertyDefinition', 'AccessorProperty'].includes(node.type)) return ['key'];
  if (node.type === 'ImportSpecifier') return ['imported'];
  if (node.type === 'ExportSpecifier') return ['exported'];
  if (['LabeledStatement', 'BreakStatement', 'ContinueStatement'].includes(node.type)) return ['label'];
  if (node.type === 'MetaProperty') return ['meta', 'property'];
  return [];
}

function plainMember(node: Node): string | undefined {
  const { object, property } = node;
  if (node.type !== 'MemberExpression' || node['computed'] === true) return undefined;
  if (!isNode(object) || !isNode(property) || object.type !== 'Identifier') return undefined;
  return `${object['name']}.${property['name']}`;
}

function nodesIn(node: Node, except: readonly string[]): Node[] {
  return Object.entries(node)
    .filter(([key]) => !except.includes(key))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}
