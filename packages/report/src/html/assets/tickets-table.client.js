// Runs in the report's page: sorts, searches and filters its table of tickets. Without it the table is a plain one, complete
// and in the order of the export.
(() => {
  const table = document.querySelector('table[data-sortable]');
  const body = table?.tBodies[0];
  const tools = document.querySelector('.table-tools');
  if (!body || !tools) return;

  /** Rows in the page at once. A browser lays out hundreds at ease, and thousands not. */
  const STEP = 100;
  const headers = [...(table.tHead?.rows[0]?.cells ?? [])];
  const language = document.documentElement.lang;
  const plurals = new Intl.PluralRules(language);
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const rows = [...body.rows].map((row) => ({ row }));
  const search = tools.querySelector('input');
  const selects = [...tools.querySelectorAll('select')];
  const status = tools.querySelector('[role="status"]');
  const more = document.querySelector('.table-more');
  let order = rows;
  let limit = STEP;

  const cellText = (row, column) => {
    const cell = row.cells[column];
    return (cell?.querySelector('.toned, .chip') ?? cell)?.textContent.trim() ?? '';
  };
  /** What a row is searched by. Most pages are read and never searched. */
  const textOf = (entry) => {
    entry.text ??= entry.row.textContent.toLowerCase();
    return entry.text;
  };
  const keyOf = ({ cells }, column) => cells[column].dataset.key ?? cells[column].firstChild?.textContent.trim() ?? '';
  const numberOf = (text) => {
    const value = Number.parseFloat(text);
    return Number.isNaN(value) ? '' : value;
  };

  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = selects
      .filter(({ value }) => value !== '')
      .map(({ value, dataset }) => [Number(dataset.column), value]);
    const found = order.filter(
      (entry) =>
        words.every((word) => textOf(entry).includes(word)) &&
        wanted.every(([column, value]) => cellText(entry.row, column) === value),
    );
    body.replaceChildren(...found.slice(0, limit).map(({ row }) => row));
    const text = status.dataset[plurals.select(found.length)] ?? status.dataset.other;
    status.textContent = text.replace('#', found.length.toLocaleString(status.dataset.locale ?? language));
    more.hidden = found.length <= limit;
  };
  const showFirst = () => {
    limit = STEP;
    show();
  };

  const sort = (header, column) => {
    const descending = header.getAttribute('aria-sort') === 'ascending';
    const numeric = 'number' in header.dataset;
    const keyed = order.map((entry) => {
      const key = keyOf(entry.row, column);
      return { entry, key: numeric ? numberOf(key) : key };
    });
    keyed.sort((a, b) => {
      // What has no value stands last, whichever way the others go.
      if (a.key === '' || b.key === '') return (a.key === '') - (b.key === '');
      const difference = numeric ? a.key - b.key : collator.compare(a.key, b.key);
      return descending ? -difference : difference;
    });
    order = keyed.map(({ entry }) => entry);
    for (const other of headers) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    showFirst();
  };

  for (const [column, header] of headers.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    button.addEventListener('click', () => sort(header, column));
    header.append(button);
  }
  const fill = (select) => {
    const values = new Set(rows.map(({ row }) => cellText(row, Number(select.dataset.column))));
    values.delete('');
    for (const value of [...values].sort(collator.compare)) select.add(new Option(value, value));
  };
  for (const select of selects) select.addEventListener('change', showFirst);
  search.addEventListener('input', showFirst);
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target.closest('input, select, textarea');
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.focus();
  });
  more.addEventListener('click', () => {
    const next = body.rows.length;
    limit += STEP;
    show();
    body.rows[next]?.querySelector('a')?.focus();
  });
  tools.hidden = false;
  table.dataset.ready = '';
  show();
  // Every row is looked at for it: the page is there first.
  (globalThis.requestIdleCallback ?? setTimeout)(() => selects.forEach(fill));
})();
