import { TqrsError } from '@tqrs/parser';

/** What the command ends with. */
export const ExitCode = {
  done: 0,
  /** A gate that the user asked for failed: `--fail-under`. */
  gate: 1,
  /** A wrong option, setting, rubric or profile, or an output that cannot be written. */
  usage: 2,
  /** A file or record that cannot be read. Everything readable was still reviewed. */
  input: 3,
  /** A model or network failure. */
  model: 4,
  /** A defect of TQRS itself. */
  defect: 70,
  /** Stopped by Ctrl-C; everything finished so far is saved. */
  interrupted: 130,
} as const;

/** One of {@link ExitCode}. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

const BY_FAMILY: Record<string, ExitCode> = {
  ConfigError: ExitCode.usage,
  RunError: ExitCode.usage,
  ModelConfigError: ExitCode.usage,
  RubricError: ExitCode.usage,
  ProfileError: ExitCode.usage,
  SelectionError: ExitCode.usage,
  TicketParseError: ExitCode.input,
  ModelRequestError: ExitCode.model,
  ModelTimeoutError: ExitCode.model,
  ModelOutputError: ExitCode.model,
  ModelBudgetError: ExitCode.model,
};

/** The exit code for an error that ended the command. */
export function exitCodeFor(error: unknown): ExitCode {
  return (TqrsError.isInstance(error) && BY_FAMILY[error.name]) || ExitCode.defect;
}
