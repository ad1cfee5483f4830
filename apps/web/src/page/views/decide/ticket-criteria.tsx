import { criterionTone } from '@tqrs/report/marking';
import type { ReviewTicket } from '../../../api/index.ts';
import { Link } from '../../routing/link.tsx';
import { isSame, type QuestionId, routeTo } from '../../state/question.ts';
import { words } from '../../words/index.ts';
import { standingText } from './standing.ts';

interface TicketCriteriaProps {
  readonly run: string;
  readonly ticket: ReviewTicket;
  /** The one that is open. */
  readonly question: QuestionId;
}

/** All that can be decided about a ticket: also what nobody has to decide. */
export function TicketCriteria({ run, ticket, question }: TicketCriteriaProps) {
  return (
    <details class="card criteria">
      <summary>{words.decide.criteria(ticket.number)}</summary>
      {ticket.scorecards.map(({ rubric, criteria }) => (
        <div key={rubric.id} class="passage">
          {ticket.scorecards.length > 1 && <h3>{rubric.title}</h3>}
          <ul class="lines">
            {criteria.map((criterion) => {
              const to = { position: ticket.position, rubric: rubric.id, criterion: criterion.id };
              return (
                <li key={criterion.id}>
                  <Link to={routeTo(run, to)} {...(isSame(to, question) ? { 'aria-current': 'true' } : {})}>
                    {criterion.title}
                  </Link>{' '}
                  <span class={`toned tone-${criterionTone(criterion.current)} hint`}>
                    {standingText(criterion.current)}
                    {criterion.decided !== null && ` · ${words.decide.outcomes[criterion.decided.outcome]}`}
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </details>
  );
}
