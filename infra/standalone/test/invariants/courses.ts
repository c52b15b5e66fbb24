import type { Type } from './scene.ts';

/** Days pass: enough for a reply to be overdue. */
export const WAIT = 'wait';

const words = (text: string) => text.split(' ');

/** The courses that matters of each type usually take: the smooth one, and those with resistance. */
export const courses: Readonly<Record<Type, readonly (readonly string[])[]>> = {
  CFS: [
    words(
      'begin register screen accept assess review file plan measure report decide serve reply tell conclude selfCheck checkDossier archive',
    ),
    words(
      'begin register screen accept assess review file plan measure order serve wait urge explain report decide serve reply tell conclude selfCheck checkDossier',
    ),
  ],
  IAS: [
    words(
      'begin accept assess file measure report decide serve reply judge confirm look conclude selfCheck archive',
    ),
    words(
      'begin accept assess file measure report decide serve wait urge contest lookAgain escalate takeUp superior tellSuperior reply judge confirm look conclude selfCheck',
    ),
    words('begin accept challenge decideRecusal assess file report decide serve revoke conclude'),
    // Here the body gives in while the question lies with the superior.
    words(
      'begin accept assess file measure report decide serve wait urge contest lookAgain escalate reply judge confirm look conclude takeUp superior conclude selfCheck archive',
    ),
  ],
  CIR: [
    words(
      'begin accept file onSite measure findIssues decide serve report reply judge confirm look closeIssues conclude selfCheck archive',
    ),
    words(
      'begin accept file onSite findIssues wait closeOne decide serve wait urge reply look report closeIssues conclude',
    ),
  ],
};
