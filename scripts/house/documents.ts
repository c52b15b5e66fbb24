import { posix } from 'node:path';
import type { Complaint, HouseFile } from './house-file.ts';

const housePath = /^(packages|services|infra|docs|scripts|\.ci)\/[\w./@-]+$/;

/** What documents may point at. */
export interface Surroundings {
  /** Whether a file or folder exists, by its path from the root. */
  readonly exists: (path: string) => boolean;
  /** Names of the scripts in the root package.json. */
  readonly scripts: ReadonlySet<string>;
}

/** Links, headings, named paths and `npm run` commands in documents lead somewhere. */
export function brokenDocuments(files: readonly HouseFile[], { exists, scripts }: Surroundings): Complaint[] {
  const documents = files.filter(({ path }) => path.endsWith('.md'));
  const headings = new Map(documents.map(({ path, text }) => [path, slugs(text)]));
  return documents.flatMap(({ path, text }) => {
    const complaints: Complaint[] = [];
    for (const target of links(text)) {
      const [file, anchor] = target.split('#') as [string, string | undefined];
      const linked = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file));
      if (!exists(linked)) complaints.push(`${path} links to ${target}, which does not exist`);
      else if (anchor && headings.get(linked)?.has(decodeURI(anchor)) === false) {
        complaints.push(`${path} links to ${target}, but there is no such heading`);
      }
    }
    for (const [, named = ''] of withoutFences(text).matchAll(/`([^`\n]+)`/g)) {
      const file = named.replace(/[:#]\d+$/, '');
      if (housePath.test(file) && !exists(file))
        complaints.push(`${path} names ${named}, which does not exist`);
    }
    for (const [, script = ''] of text.matchAll(/\bnpm run ([\w:-]+)/g)) {
      if (!scripts.has(script))
        complaints.push(`${path} calls npm run ${script}, which package.json does not have`);
    }
    return complaints;
  });
}

function links(text: string): string[] {
  const prose = withoutFences(text).replace(/`[^`\n]*`/g, '');
  const inline = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)];
  const defined = [...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)];
  return [...inline, ...defined]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/i.test(target));
}

function withoutFences(text: string): string {
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
}

/** The anchors of the headings, spelled as the forges spell them. */
function slugs(text: string): ReadonlySet<string> {
  return new Set(
    [...withoutFences(text).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  );
}
