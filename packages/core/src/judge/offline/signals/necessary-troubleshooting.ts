import { rudenessOf } from '../../../conversation/courtesy.ts';
import { isDamaged, needOf } from '../../../conversation/need.ts';
import { quoteTurn } from '../../../conversation/said.ts';
import { diagnosisOf, needlessStep, stepsOf } from '../../../conversation/steps.ts';
import { answerOfTalk } from '../conversation-replies.ts';
import { defineGradeSignal } from '../define-signal.ts';

/** The agent takes the user through necessary steps and questions only. */
export const necessaryTroubleshooting = defineGradeSignal({
  id: 'necessary-troubleshooting',
  description:
    'Steps that the user had done already or objects to, or an hour’s work as the first step; not applicable where there was nothing to find out.',
  answer: (_, criterion, levels, context) =>
    answerOfTalk(context, criterion, levels, (talk, reply) => {
      const needless = needlessStep(talk);
      if (needless !== undefined)
        return reply.at(
          -1,
          needless.map(({ evidence }) => evidence),
          'The user is taken through a step that the issue does not need.',
          'low',
        );
      const need = needOf(talk, context.text);
      const steps = stepsOf(talk);
      const step = steps.find(({ weight }) => weight !== 'light') ?? steps[0];
      const question = diagnosisOf(talk);
      const opening = talk.user[0] ?? talk.agent[0];
      const isSimple = need.title === 'password' || need.title === 'request' || isDamaged(talk, context.text);
      const isTried = step !== undefined && step.weight !== 'light';
      if (isSimple && opening !== undefined && !isTried) {
        const asked = (need.password ?? need.request)?.evidence ?? quoteTurn(opening);
        return reply.notApplicable([asked], 'A simple request: there was nothing to troubleshoot.');
      }
      const quote = step?.said.evidence ?? question;
      const isMeant = step !== undefined || rudenessOf(talk).length === 0;
      if (quote !== undefined && isMeant) return reply.at(0, [quote], 'The steps and questions serve the issue.');
      if (opening === undefined) return reply.open('Nobody says what the issue is.');
      return reply.notApplicable([quoteTurn(opening)], 'Nothing was troubleshot in the conversation.');
    }),
});
