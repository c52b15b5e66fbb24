import { z } from 'zod';
import file from '../data/law.json' with { type: 'json' };

const lawSource = z.strictObject({
  id: z.string(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  issue: z.string(),
  inForce: z.exactOptional(z.iso.date()),
});
/** A law or rule the platform cites; articles are cited as `S2 §161`. */
export type LawSource = z.output<typeof lawSource>;

/** Laws and rules by which the platform decides. */
export const lawSources: readonly LawSource[] = z.array(lawSource).parse(file);

/** A citation such as `S2 §161` with the law's name written out, in both languages. Unknown ids stay as they are. */
export function citeLaw(citation: string): { readonly zh: string; readonly en: string } {
  const spelled = (language: 'zh' | 'en') =>
    lawSources.reduce((text, { id, title }) => {
      const name = language === 'zh' ? `《${title.zh}》` : title.en;
      return text.replace(new RegExp(`(^|[^A-Za-z0-9\\p{Script=Han}])${id}(?= §|$|;)`, 'gu'), `$1${name}`);
    }, citation);
  return { zh: spelled('zh'), en: spelled('en') };
}
