import { defineGradeSignal } from '../define-signal.ts';
import { judgeReference } from '../fit/application-fit.ts';

/** Does the text name the configuration item, or an application that belongs to it or to another one? */
export const configurationItemFit = defineGradeSignal({
  id: 'configuration-item-fit',
  description:
    'Looks for the name of the chosen configuration item, and for applications that belong to it or to another one.',
  answer(_grade, criterion, levels, context) {
    return judgeReference('configurationItem', criterion, levels, context);
  },
});
