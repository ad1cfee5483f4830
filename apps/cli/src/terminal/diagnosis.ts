import type { Diagnosis } from '@tqrs/llm/diagnosis';
import type { ModelDescription } from '@tqrs/llm/settings';
import type { ConnectionDiagnosis } from '@tqrs/web/api';
import { counted, number, wrapped } from './format.ts';
import type { Paint } from './output.ts';
import { plain } from './plain.ts';

const LABEL = 10;

/** What is told where no model is set up, or none is wanted. */
export function offlineLines(paint: Paint, width: number): string[] {
  const row = rows(paint, width);
  return [
    row('judge', 'offline, built in: no network is used'),
    row('model', 'none. To use one, set OPENAI_API_KEY, the TQRS_AZURE_OPENAI_ variables, or OPENAI_BASE_URL.'),
  ];
}

/** Which model is set up, and where that stands; without any value of a secret. */
export function configurationLines(
  { provider, model, host, apiVersion, variables, tries, ...rest }: ModelDescription,
  processEnvironment: Readonly<Record<string, string | undefined>>,
  paint: Paint,
  width: number,
): string[] {
  const row = rows(paint, width);
  const sources = variables.map((name) => (name in processEnvironment ? name : `${name} (.env)`));
  return [
    row('judge', `${provider}: ${model} at ${host}${apiVersion ? `, API version ${apiVersion}` : ''}`),
    row('set by', sources.join(', ')),
    row(
      'asks with',
      `temperature ${rest.temperature}, at most ${number(rest.maxOutputTokens)} output tokens, ` +
        `${number(rest.timeoutMs / 1_000)} s for a try, ${counted(tries, 'try', 'tries')}`,
    ),
  ];
}

/** What came of the test request. */
export function diagnosisLines(diagnosis: Diagnosis, paint: Paint, width: number): string[] {
  const row = rows(paint, width);
  if (!diagnosis.ok) {
    return [
      row('problem', `${paint('red', diagnosis.problem)}: ${plain(diagnosis.message)}`),
      ...(diagnosis.cure ? [row('cure', plain(diagnosis.cure))] : []),
    ];
  }
  const { answeredBy, latencyMs, spent, capabilities } = diagnosis;
  const { inputTokens, outputTokens } = spent.usage;
  const facts = [
    `${number(latencyMs)} ms`,
    ...(inputTokens !== undefined && outputTokens !== undefined
      ? [`${counted(inputTokens + outputTokens, 'token')}`]
      : []),
    ...(spent.costUsd !== undefined ? [`$${spent.costUsd.toFixed(6)}`] : []),
  ];
  return [
    row('answer', `${paint('green', 'ok')} by ${plain(answeredBy)}: ${facts.join(', ')}`),
    ...(capabilities ? [row('supports', supported(capabilities))] : []),
  ];
}

/** The same for programs. Without a description the offline judge answers. */
export function diagnosisReport(
  description: ModelDescription | undefined,
  diagnosis: Diagnosis | undefined,
): ConnectionDiagnosis {
  if (description === undefined || diagnosis === undefined) return { status: 'offline' };
  const { provider, model: name, host } = description;
  const model = { provider, model: name, host };
  if (!diagnosis.ok) {
    const { problem, message, cure } = diagnosis;
    return { status: 'failed', model, problem, message, cure: cure ?? null };
  }
  const { answeredBy, latencyMs, spent } = diagnosis;
  const { inputTokens, outputTokens } = spent.usage;
  const tokens = inputTokens === undefined || outputTokens === undefined ? null : inputTokens + outputTokens;
  return { status: 'ok', model, answeredBy, latencyMs, tokens, costUsd: spent.costUsd ?? null };
}

const ANSWERS = {
  schema: 'answers kept to a schema',
  json: 'JSON mode only, the schema is stated in the prompt',
  text: 'no JSON mode, the schema is stated in the prompt',
} as const;

function supported({ answers, temperature, seed }: NonNullable<Extract<Diagnosis, { ok: true }>['capabilities']>) {
  const parameter = (name: string, isTaken: boolean) => (isTaken ? name : `no ${name}`);
  return [ANSWERS[answers], parameter('temperature', temperature), parameter('seed', seed)].join(', ');
}

function rows(paint: Paint, width: number) {
  return (label: string, text: string) =>
    `${paint('dim', label.padEnd(LABEL))}${wrapped(text, width, ' '.repeat(LABEL), LABEL)}`;
}
