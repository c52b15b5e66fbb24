import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Tool, toolFolder, tools } from './tools.ts';

const run = promisify(execFile);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Compiling helm takes three minutes on two cores where nothing of it was compiled before. */
const PATIENCE_MS = 540_000;

/** Puts a tool into a folder, by the package client of its kind. */
async function fetchInto(folder: string, { version, from }: Tool): Promise<void> {
  const bounded = { timeout: PATIENCE_MS };
  if ('goModule' in from) {
    await run('go', ['install', `${from.goModule}@${version}`], {
      ...bounded,
      env: { ...process.env, GOBIN: folder, GOFLAGS: '' },
    });
  } else if ('pythonPackage' in from) {
    await run('python3', ['-m', 'venv', folder], bounded);
    await run(join(folder, 'bin/pip'), ['--quiet', 'install', `${from.pythonPackage}==${version}`], bounded);
  } else if ('mavenArtifacts' in from) {
    await writeFile(join(folder, 'pom.xml'), pomOf(from.mavenArtifacts));
    const copy = ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
    await run('mvn', copy, { ...bounded, cwd: folder });
  } else {
    await run('apt-get', ['download', '--quiet', from.debianPackage], { ...bounded, cwd: folder });
    const [archive] = (await readdir(folder)).filter((name) => name.endsWith('.deb'));
    if (archive === undefined) throw new Error(`apt-get brought no archive of ${from.debianPackage}`);
    await run('dpkg', ['-x', join(folder, archive), folder], bounded);
    await rm(join(folder, archive));
  }
}

/** Names the artifacts for Maven, which brings what they need along. */
function pomOf(artifacts: readonly string[]): string {
  const dependencies = artifacts.map((artifact) => {
    const [group, name, version] = artifact.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>tools</artifactId><version>1</version>
  <dependencies>${dependencies.join('')}</dependencies>
</project>
`;
}

/** Fetches one tool unless it is there; nothing of it is left behind when that fails. */
async function fetchTool(tool: Tool): Promise<boolean> {
  const folder = toolFolder(tool);
  if (existsSync(join(folder, tool.program))) return true;
  await rm(folder, { recursive: true, force: true });
  say(`正在取得 / fetching ${tool.name} ${tool.version} …`);
  await mkdir(dirname(folder), { recursive: true });
  // A Python environment knows its own path and cannot be moved: it is made in place, and removed when it fails.
  const inPlace = 'pythonPackage' in tool.from;
  const unfinished = inPlace ? folder : await mkdtemp(join(dirname(folder), '.unfinished-'));
  try {
    await fetchInto(unfinished, tool);
    if (!existsSync(join(unfinished, tool.program))) throw new Error(`it brought no ${tool.program}`);
    if (!inPlace) await rename(unfinished, folder);
    return true;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    const [reason = ''] = (error instanceof Error ? error.message : String(error))
      .trim()
      .split('\n')
      .slice(-1);
    say(`没有 / cannot be had: ${tool.name} ${tool.version}: ${reason}`);
    return false;
  }
}

let had = 0;
for (const tool of Object.values(tools)) if (await fetchTool(tool)) had += 1;
say(`${had} of ${Object.keys(tools).length} tools for checking deployment files are here`);
// Where one must not be missing, say --insist: on a build machine that has the network.
if (process.argv.includes('--insist') && had < Object.keys(tools).length) process.exitCode = 1;
