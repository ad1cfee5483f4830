// Runs in the report's page: sorts, searches and filters its table of tickets. The first rows stand in the table, and the rest in
// a noscript element, which the browser keeps as one text: a row of it is made when it is shown. Without the script there are two
// plain tables, complete and in the order of the export.
(() => {
  const table = document.querySelector('table[data-sortable]');
  const body = table?.tBodies[0];
  const tools = document.querySelector('.table-tools');
  if (!body || !tools) return;

  /** Rows in the page at once: as many as were written into the table. */
  const STEP = body.rows.length;
  const headers = [...(table.tHead?.rows[0]?.cells ?? [])];
  const language = document.documentElement.lang;
  const plurals = new Intl.PluralRules(language);
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const search = tools.querySelector('input');
  const selects = [...tools.querySelectorAll('select')];
  const status = tools.querySelector('[role="status"]');
  const more = document.querySelector('.table-more');

  /** The rows in the order of the export, and those of them that are elements. Each goes by its place. */
  const elements = [...body.rows];
  const rest = document.querySelector('.tickets + noscript')?.textContent.match(/^<tr>.*$/gm) ?? [];
  const rows = elements.map((row) => row.outerHTML).concat(rest);
  const order = [...rows.keys()];
  let found = order;

  /** Makes elements that stand in no page, and run and load nothing. */
  const template = document.createElement('template');
  const elementOf = (place) => {
    if (!elements[place]) {
      template.innerHTML = rows[place];
      elements[place] = template.content.firstElementChild;
    }
    return elements[place];
  };

  /** What a part of each row's markup says, by the place of the row. The markup is ours: in it < and > stand for tags alone. */
  const textsOf = (partOf) => {
    template.innerHTML = rows.map((row) => partOf(row).replace(/<[^>]*>/g, '')).join('\n');
    return template.content.textContent.split('\n').map((text) => text.trim());
  };
  const cellOf = (row, column) => row.split(/<\/t[hd]>/)[column];
  const firstWords = (cell) => />([^<]+)/.exec(cell)?.[1] ?? '';
  const keysOf = (column) =>
    textsOf((row) => {
      const cell = cellOf(row, column);
      return /^<td[^>]* data-key="([^"]*)"/.exec(cell)?.[1] ?? firstWords(cell);
    });
  /** What the rows are filtered by, by column. */
  const values = {};
  /** What they are searched by. Most pages are read and never searched. */
  let searched;
  const numberOf = (text) => {
    const value = Number.parseFloat(text);
    return Number.isNaN(value) ? '' : value;
  };

  const tell = () => {
    const text = status.dataset[plurals.select(found.length)] ?? status.dataset.other;
    status.textContent = text.replace('#', found.length.toLocaleString(status.dataset.locale ?? language));
    more.hidden = body.rows.length === found.length;
  };
  const showMore = () => {
    const shown = body.rows.length;
    body.append(...found.slice(shown, shown + STEP).map(elementOf));
    tell();
  };
  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length > 0) searched ??= textsOf((row) => row).map((text) => text.toLowerCase());
    const wanted = selects.filter(({ value }) => value !== '');
    found = order.filter(
      (place) =>
        words.every((word) => searched[place].includes(word)) &&
        wanted.every(({ value, dataset }) => values[dataset.column][place] === value),
    );
    body.replaceChildren();
    showMore();
  };

  const sort = (header, column) => {
    const descending = header.getAttribute('aria-sort') === 'ascending';
    const numeric = 'number' in header.dataset;
    const keys = numeric ? keysOf(column).map(numberOf) : keysOf(column);
    order.sort((one, other) => {
      const [a, b] = [keys[one], keys[other]];
      // What has no value stands last, whichever way the others go.
      if (a === '' || b === '') return (a === '') - (b === '');
      const difference = numeric ? a - b : collator.compare(a, b);
      return descending ? -difference : difference;
    });
    for (const other of headers) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    show();
  };

  for (const [column, header] of headers.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    button.addEventListener('click', () => sort(header, column));
    header.append(button);
  }
  const fill = (select) => {
    const { column } = select.dataset;
    values[column] = textsOf((row) => firstWords(cellOf(row, column)));
    const options = [...new Set(values[column])].filter(Boolean).sort(collator.compare);
    for (const value of options) select.add(new Option(value, value));
  };
  for (const select of selects) select.addEventListener('change', show);
  search.addEventListener('input', show);
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target.closest('input, select, textarea');
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.focus();
  });
  more.addEventListener('click', () => {
    const next = body.rows.length;
    showMore();
    body.rows[next]?.querySelector('a')?.focus();
  });
  tools.hidden = false;
  tell();
  // Every row is looked at for it: the page is there first.
  (globalThis.requestIdleCallback ?? setTimeout)(() => selects.forEach(fill));
})();
