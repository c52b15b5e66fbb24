import type { Position } from '@jiandu/eventing';
import type { ErrorTrace } from '../http/error-trace.ts';

/** Where one view stands, as the projecting thread reports it. */
export interface ViewReport {
  readonly name: string;
  readonly collection: string;
  readonly position: Position;
  readonly building: boolean;
}

/** From the projecting thread. */
export type FromProjector =
  | { readonly say: 'views'; readonly views: readonly ViewReport[] }
  /** A rebuilt collection serves from now on; the old one is kept until this is answered with `released`. */
  | { readonly say: 'serving'; readonly view: string; readonly collection: string }
  | { readonly say: 'rebuilt'; readonly view: string }
  /** Folding failed after this position and will be tried again; the reason names no content. */
  | {
      readonly say: 'failing';
      readonly view: string;
      readonly position: Position;
      readonly trace: ErrorTrace;
    };

/** To the projecting thread. */
export type ToProjector =
  | { readonly say: 'appended' }
  | { readonly say: 'released'; readonly view: string }
  | { readonly say: 'rebuild'; readonly view: string; readonly head: Position }
  | { readonly say: 'stop' };

/** What both ends of the channel need of it; `MessagePort` and `Worker` have it. */
export interface Channel<Out, In> {
  postMessage(message: Out): void;
  on(event: 'message', listener: (message: In) => void): unknown;
}
