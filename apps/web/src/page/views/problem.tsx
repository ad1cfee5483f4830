import type { ComponentChildren } from 'preact';
import { Title } from '../parts/title.tsx';

interface ProblemProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

/** A view that can show nothing but why. */
export function Problem({ title, text, children }: ProblemProps) {
  return (
    <div class="lone" role="alert">
      <Title text={title} />
      <p class="lead">{text}</p>
      {children && <p class="actions">{children}</p>}
    </div>
  );
}
