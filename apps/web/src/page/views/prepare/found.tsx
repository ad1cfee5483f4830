import type { InspectedFile, Inspection, Problem } from '../../../api/index.ts';
import { amount, days as daysText, fieldName } from '../../format.ts';
import { words } from '../../words/index.ts';

/** Problems that are shown at once; the others are often the same. */
const SHOWN = 3;

interface FoundProps {
  readonly inspection: Inspection | undefined;
  readonly isBusy: boolean;
}

/** What is in the files, before anything is reviewed. */
export function Found({ inspection, isBusy }: FoundProps) {
  return (
    <section class="card" aria-labelledby="found" aria-busy={isBusy}>
      <div class="card-head">
        <h2 id="found">{words.found.title}</h2>
        <p class="muted" role="status">
          {isBusy ? words.found.looking : words.found.notReviewed}
        </p>
      </div>
      {inspection === undefined ? (
        <div class="skeleton" aria-hidden="true" />
      ) : (
        <>
          {inspection.tickets === 0 && (
            <p class="note note-bad">
              <strong>{words.found.nothing}</strong> {words.found.nothingHint}
            </p>
          )}
          {inspection.files.map((file, place) => (
            <FileFound key={place} file={file} isOnly={inspection.files.length === 1} />
          ))}
          <Problems title={words.found.skipped} problems={inspection.skipped} count={inspection.skipped.length} />
        </>
      )}
    </section>
  );
}

function FileFound({ file, isOnly }: { readonly file: InspectedFile; readonly isOnly: boolean }) {
  const { found } = words;
  return (
    <div class="found-file">
      {!isOnly && <h3>{file.name}</h3>}
      {file.format !== null && file.tickets > 0 && (
        <>
          <dl class="tiles">
            <Tile label={found.tickets} value={amount(file.tickets)} isMain />
            <Tile label={found.opened} value={daysOf(file.opened)} />
            <Tile label={found.closed} value={daysOf(file.closed)} />
          </dl>
          <Contacts types={file.contactTypes} />
          <Findings findings={file.findings} />
          <details>
            <summary>
              {found.fields}: {amount(file.fields.filled.length)} {found.filled.toLowerCase()},{' '}
              {amount(file.fields.blank.length)} {found.blank.toLowerCase()}, {amount(file.fields.missing.length)}{' '}
              {found.missing.toLowerCase()}
            </summary>
            <dl class="fields">
              <Fields title={found.filled} tone="good" fields={file.fields.filled} />
              <Fields title={found.blank} tone="part" fields={file.fields.blank} />
              <Fields title={found.missing} tone="none" fields={file.fields.missing} />
            </dl>
          </details>
        </>
      )}
      <Problems title={found.problems} problems={file.problems} count={file.problemCount} />
    </div>
  );
}

const daysOf = (days: InspectedFile['opened']) => (days === null ? words.unknown : daysText(days.first, days.last));

function Tile({
  label,
  value,
  isMain = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly isMain?: boolean;
}) {
  return (
    <div class="tile">
      <dt>{label}</dt>
      <dd class={isMain ? 'value' : 'text-value'}>{value}</dd>
    </div>
  );
}

function Contacts({ types }: { readonly types: InspectedFile['contactTypes'] }) {
  if (types.length === 0) return null;
  return (
    <dl class="tile">
      <dt>{words.found.contacts}</dt>
      <dd class="byline">
        {types.map(({ value, tickets }) => (
          <span key={value}>
            {value} <strong>{amount(tickets)}</strong>
          </span>
        ))}
      </dd>
    </dl>
  );
}

function Fields({
  title,
  tone,
  fields,
}: {
  readonly title: string;
  readonly tone: string;
  readonly fields: readonly string[];
}) {
  return (
    <div>
      <dt class={`toned tone-${tone}`}>{title}</dt>
      <dd>{fields.length === 0 ? words.found.noFields : fields.map(fieldName).join(', ')}</dd>
    </div>
  );
}

function Findings({ findings }: { readonly findings: InspectedFile['findings'] }) {
  if (findings.length === 0) return null;
  return (
    <div class="findings">
      <h3>{words.found.limits}</h3>
      <ul>
        {findings.map(({ id, message, recipe }) => (
          <li key={id}>
            <p>{message}</p>
            <details>
              <summary>{words.found.howTo}</summary>
              <p>{recipe}</p>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ProblemsProps {
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly count: number;
}

function Problems({ title, problems, count }: ProblemsProps) {
  if (count === 0) return null;
  return (
    <div class="findings findings-bad">
      <h3>
        {title} <span class="muted">{words.found.problemsNote(problems.length, count)}</span>
      </h3>
      <ProblemLines problems={problems.slice(0, SHOWN)} />
      {problems.length > SHOWN && (
        <details>
          <summary>{words.more(problems.length - SHOWN)}</summary>
          <ProblemLines problems={problems.slice(SHOWN)} />
        </details>
      )}
    </div>
  );
}

function ProblemLines({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul>
      {problems.map(({ source, record, code, message, hint }) => (
        <li key={`${source} ${record} ${code}`}>
          <p>
            <strong>{message}</strong>
          </p>
          {hint && <p>{hint}</p>}
        </li>
      ))}
    </ul>
  );
}
