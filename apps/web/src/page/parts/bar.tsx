/** A stretch of a bar. */
export interface Stretch {
  readonly key: string;
  readonly tone: string;
  readonly value: number;
}

interface BarProps {
  readonly label: string;
  readonly stretches: readonly Stretch[];
  /** What the whole bar stands for. */
  readonly total: number;
}

/** Shares of a whole, side by side. The numbers stand beside it in words. */
export function Bar({ label, stretches, total }: BarProps) {
  let start = 0;
  const parts = stretches.map((stretch) => {
    const width = total > 0 ? (stretch.value / total) * 100 : 0;
    const part = { ...stretch, start, width };
    start += width;
    return part;
  });
  return (
    <svg class="bar" role="img" aria-label={label} viewBox="0 0 100 6" preserveAspectRatio="none">
      <rect class="fill-track" width="100" height="6" />
      {parts.map(({ key, tone, start, width }) => (
        <rect key={key} class={`fill-${tone}`} x={start} width={width} height="6" />
      ))}
    </svg>
  );
}
