import { createHash } from 'node:crypto';
import type { OpenApiDocument, OperationObject } from '../openapi/document.ts';
import { fieldTable } from './fields.ts';
import { type Html, html, joined } from './html.ts';
import { style } from './style.ts';

/** The page runs no script and loads nothing; only its own style is let in. */
export const REFERENCE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
}

/** The API document as one page to read, with a `curl` for each operation. Written once, when the server starts. */
export function referencePage(document: OpenApiDocument): string {
  const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const groups = document.tags.map(({ name, description }) => {
    const own = entries.filter((each) => each.operation.tags.includes(name));
    return html`<section id="${name}"><h2>${description}</h2>${joined(own.map((each) => article(each, document)))}</section>`;
  });
  const contents = document.tags.map(({ name, description }) => html`<a href="#${name}">${description}</a>`);
  const { title, version, summary } = document.info;
  const page = html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title ?? ''} API</title>
<style>${{ html: style }}</style></head><body><header><h1>${title ?? ''} <small>${version ?? ''}</small></h1>
<p>${summary ?? ''} · <a href="/openapi.json">openapi.json</a> · <a href="/problems">problems</a></p>
<nav>${joined(contents)}</nav></header><main>${joined(groups)}</main></body></html>`;
  return page.html;
}

function article({ method, path, operation }: Entry, document: OpenApiDocument): Html {
  const law = operation['x-jiandu-law'] ?? [];
  const may = (operation['x-jiandu-may'] ?? []).map(({ role, relation }) => `${role} (${relation})`);
  const body = operation.requestBody?.content['application/json']?.schema;
  const schemas = document.components.schemas;
  return html`<details id="${operation.operationId}"><summary><code class="${method}">${method.toUpperCase()}</code>
<code>${path}</code> <b>${operation.summary}</b> <i>${operation.description}</i></summary>
${law.length === 0 ? html`` : html`<p>依据 / Law: ${law.join(', ')}</p>`}
${may.length === 0 ? html`` : html`<p>谁可以 / Who may: ${may.join(', ')}</p>`}
${operation.parameters.length === 0 ? html`` : html`<h3>参数 / Parameters</h3>${fieldTable(parameterSchema(operation), schemas)}`}
${body === undefined ? html`` : html`<h3>正文 / Body</h3>${fieldTable(body, schemas)}`}
<pre>${curl(method, path, body !== undefined)}</pre></details>`;
}

function parameterSchema({ parameters }: OperationObject) {
  return {
    type: 'object',
    properties: Object.fromEntries(
      parameters.map(({ name, schema, description }) => [
        name,
        { ...(schema as object), ...(description === undefined ? {} : { description }) },
      ]),
    ),
    required: parameters.filter((each) => each['required'] === true).map((each) => each.name),
  };
}

function curl(method: string, path: string, body: boolean): string {
  const verb = method === 'get' ? '' : ` -X ${method.toUpperCase()}`;
  const json = body ? ` -H 'content-type: application/json' -d '{ … }'` : '';
  return `curl${verb} "$JIANDU${path}" -H "authorization: Bearer $TOKEN"${json}`;
}
