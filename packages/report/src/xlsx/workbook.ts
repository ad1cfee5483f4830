import type { BandTone } from '../marking/tone.ts';
import { escapeXml } from '../xml/escape-xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Backgrounds of the bands, light enough for black digits, in the order of the colour rules. */
const FILLS: Readonly<Record<BandTone, string>> = {
  blue: 'FFD3E3FD',
  green: 'FFD5F0E2',
  yellow: 'FFFCEBB6',
  red: 'FFFBD5D0',
  purple: 'FFE6D8F5',
};

/** Place of a band's background among the formats of the style sheet. */
export const fillPlace = (tone: BandTone): number => Object.keys(FILLS).indexOf(tone);

/** The path of a sheet in the package, by its place from 0 on. */
export const sheetPath = (place: number): string => `xl/worksheets/sheet${place + 1}.xml`;

/** Every part of a workbook but its sheets, by its path. */
export function workbookParts(names: readonly string[]): ReadonlyMap<string, string> {
  const sheets = names.map((name, place) => ({ name, id: place + 1 }));
  const style = `rId${sheets.length + 1}`;
  return new Map([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${sheets.map(({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name, id }) => `<sheet name="${escapeXml(name)}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map(({ id }) => `<Relationship Id="rId${id}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="${style}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styleSheet()],
  ]);
}

/** Cell formats in the order of `STYLE` in cells.ts, and the backgrounds of the bands. */
function styleSheet(): string {
  const formats = [
    '<xf/>',
    '<xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
    '<xf/>',
    '<xf numFmtId="164" applyNumberFormat="1"/>',
    '<xf fontId="1" applyFont="1"/>',
  ];
  const fills = Object.values(FILLS).map(
    (colour) => `<dxf><fill><patternFill patternType="solid"><bgColor rgb="${colour}"/></patternFill></fill></dxf>`,
  );
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF4"/></patternFill></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    `<dxfs count="${fills.length}">${fills.join('')}</dxfs></styleSheet>`
  );
}
