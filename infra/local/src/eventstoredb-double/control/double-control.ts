import type { FaultCounts, FaultToArm } from '../faults/fault.ts';

/** The switches of a running double. All of it is forgotten when its process ends: a restart begins without faults. */
export interface DoubleControl {
  /** Switches a fault on, beside those that are on. @throws Error for one that makes no sense */
  arm(fault: FaultToArm): Promise<void>;
  /** Switches every fault off. */
  clear(): Promise<void>;
  /** How often each fault fired since the process started. */
  counts(): Promise<FaultCounts>;
  /** Lets the server write an event of its own, as the real one does now and then. */
  recordSystemEvent(): Promise<void>;
}

/** Speaks to the control port of a double. */
export function controlAt(url: string): DoubleControl & { ready(): Promise<boolean> } {
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      signal: AbortSignal.timeout(10_000),
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    arm: async (fault) => void (await ask('POST', '/faults', fault)),
    clear: async () => void (await ask('DELETE', '/faults')),
    counts: async () => (await ask('GET', '/faults')) as FaultCounts,
    recordSystemEvent: async () => void (await ask('POST', '/system-events')),
    ready: async () => {
      await ask('GET', '/health');
      return true;
    },
  };
}
