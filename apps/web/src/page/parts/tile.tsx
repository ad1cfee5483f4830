/** One number with its name, in a list of tiles. */
export function Tile({
  label,
  value,
  detail = '',
}: {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
}) {
  return (
    <div class="tile">
      <dt>{label}</dt>
      <dd>
        <span class="value">{value}</span> <span class="muted">{detail}</span>
      </dd>
    </div>
  );
}
