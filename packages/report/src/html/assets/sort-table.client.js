// Runs in the report's page. Without it the table is a plain table in the order of the export.
(() => {
  const table = document.querySelector('table[data-sortable]');
  const body = table?.tBodies[0];
  const headers = [...(table?.tHead?.rows[0]?.cells ?? [])];
  if (!body) return;
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

  const keyOf = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.key ?? cell.textContent.trim();
  };

  const sort = (header, column) => {
    const descending = header.getAttribute('aria-sort') === 'ascending';
    const numeric = 'number' in header.dataset;
    const keyed = [...body.rows].map((row) => ({ row, key: keyOf(row, column) }));
    keyed.sort((a, b) => {
      // What has no value stands last, whichever way the others go.
      if (a.key === '' || b.key === '') return (a.key === '') - (b.key === '');
      const order = numeric ? Number(a.key) - Number(b.key) : collator.compare(a.key, b.key);
      return descending ? -order : order;
    });
    const rows = document.createDocumentFragment();
    for (const { row } of keyed) rows.append(row);
    body.append(rows);
    for (const other of headers) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  };

  for (const [column, header] of headers.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    button.addEventListener('click', () => sort(header, column));
    header.append(button);
  }
})();
