export { idsOf, sampleEvent as eventOf } from '@jiandu/eventing/contract';

export function freshStream(category = 'test.matter'): string {
  return `${category}-${crypto.randomUUID()}`;
}
