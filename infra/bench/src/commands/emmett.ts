import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, missingFigure } from '../figure.ts';

export const EMMETT_BEST = {
  zh: 'emmett-sqlite 0.38.5，保持一个连接并排队',
  en: 'emmett-sqlite 0.38.5 with one kept connection and a queue in front',
};
export const EMMETT_DOCUMENTED = {
  zh: 'emmett-sqlite 0.38.5，按其文档使用',
  en: 'emmett-sqlite 0.38.5 as its documentation shows it',
};

/** Whether the rival was installed: its driver is compiled where no binary of it is to be had, which needs a compiler. */
export function hasEmmett(): boolean {
  const modules = join(import.meta.dirname, '..', '..', 'node_modules');
  return ['@event-driven-io/emmett-sqlite', 'sqlite3/build/Release/node_sqlite3.node'].every((path) =>
    existsSync(join(modules, path)),
  );
}

export function withoutEmmett(
  naming: Pick<Figure, 'id' | 'title' | 'unit'> & Partial<Pick<Figure, 'goal'>>,
): Figure {
  return missingFigure(naming, 'emmett-sqlite or its driver sqlite3 could not be installed here');
}
