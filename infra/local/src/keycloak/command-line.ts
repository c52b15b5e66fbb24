import { join } from 'node:path';

/**
 * Arguments of `java` for a server that was built before, as `kc.sh` would give them. The script itself is left out: it stays
 * between the server and whoever wants to end it in good order.
 */
export function commandLine(home: string, port: number): readonly string[] {
  const address = `http://127.0.0.1:${port}`;
  return [
    '-Xms64m',
    '-Xmx384m',
    '-XX:MaxMetaspaceSize=256m',
    '-XX:+ExitOnOutOfMemoryError',
    // Two cores: a server that is there sooner is worth more than one that is faster after minutes.
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-Dfile.encoding=UTF-8',
    '-Duser.language=en',
    '-Duser.country=US',
    ...['java.util', 'java.util.concurrent', 'java.security'].map(
      (each) => `--add-opens=java.base/${each}=ALL-UNNAMED`,
    ),
    '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
    '-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory',
    '-Dpicocli.disable.closures=true',
    `-Dkc.home.dir=${home}`,
    `-Djboss.server.config.dir=${join(home, 'conf')}`,
    '-cp',
    join(home, 'lib', 'quarkus-run.jar'),
    'io.quarkus.bootstrap.runner.QuarkusEntryPoint',
    'start',
    '--optimized',
    '--import-realm',
    '--cache=local',
    '--http-enabled=true',
    '--http-host=127.0.0.1',
    `--http-port=${port}`,
    `--hostname=${address}`,
  ];
}
