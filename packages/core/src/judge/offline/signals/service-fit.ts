import { defineGradeSignal } from '../define-signal.ts';
import { judgeReference } from '../fit/application-fit.ts';

/** Does the text name the service, or an application that belongs to it or to another one? */
export const serviceFit = defineGradeSignal({
  id: 'service-fit',
  description: 'Looks for the name of the chosen service, and for applications that belong to it or to another one.',
  answer(_grade, criterion, levels, context) {
    return judgeReference('service', criterion, levels, context);
  },
});
