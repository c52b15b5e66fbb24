import pino, { type Logger } from 'pino';

/** The log of a process: JSON lines without personal data. Whoever logs names what it logs; nothing is logged whole. */
export function openLog(level: string, destination: pino.DestinationStream = pino.destination(1)): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
