import { ANSWER_TONES, criterionTone } from '@tqrs/report/marking';
import type { ReviewCriterion, ReviewVerdict } from '../../../api/index.ts';
import { fieldName } from '../../format.ts';
import { words } from '../../words/index.ts';
import { standingText } from './standing.ts';
import { namesOf, quoteId } from './ticket-words.tsx';

const { decide } = words;

/** What the machine came to, how sure it was, and on which words it stands. */
export function MachineVerdict({ machine }: Pick<ReviewCriterion, 'machine'>) {
  const { method, confidence, rationale, evidence, missing, checks } = machine.verdict;
  return (
    <div class="machine">
      <h3>{decide.machine}</h3>
      <p class={`toned tone-${criterionTone(machine)}`}>
        <strong>{standingText(machine)}</strong>
      </p>
      {method !== null && confidence !== null && (
        <p class="hint">{decide.judgedBy(decide.methods[method], decide.confidences[confidence])}</p>
      )}
      <p dir="auto">{rationale}</p>
      <Proof evidence={evidence} missing={missing} />
      {checks.length > 0 && (
        <details open={checks.some(isInDoubt)}>
          <summary>{decide.checks}</summary>
          <ul class="checks">
            {checks.map(({ id, title, answer, confidence: sure, rationale: why, ...proof }) => (
              <li key={id}>
                <p class={`toned tone-${ANSWER_TONES[answer]}`}>
                  <strong>{decide.answers[answer]}:</strong> {title}
                  {isInDoubt({ answer, confidence: sure }) && <span class="muted"> ({decide.confidences[sure]})</span>}
                </p>
                <p class="hint" dir="auto">
                  {why}
                </p>
                <Proof {...proof} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function isInDoubt({ answer, confidence }: Pick<ReviewVerdict['checks'][number], 'answer' | 'confidence'>): boolean {
  return confidence === 'low' && (answer === 'met' || answer === 'not-met');
}

function Proof({ evidence, missing }: Pick<ReviewVerdict, 'evidence' | 'missing'>) {
  if (evidence.length === 0 && missing.length === 0) return null;
  return (
    <ul class="proof">
      {evidence.map((quote) => (
        <li key={quoteId(quote)}>
          {quote.quote === '' ? (
            <span class="muted">{decide.blankQuote}</span>
          ) : (
            <a href={`#${quoteId(quote)}`} dir="auto">
              “{quote.quote}”
            </a>
          )}{' '}
          <span class="hint">
            {quote.entry === undefined ? fieldName(quote.field) : decide.entry(fieldName(quote.field), quote.entry + 1)}
          </span>
        </li>
      ))}
      {missing.map(({ element, searched }) => (
        <li key={element}>
          {decide.missing(element)} <span class="hint">{decide.searched(namesOf(searched))}</span>
        </li>
      ))}
    </ul>
  );
}
