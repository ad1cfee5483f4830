import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSpellChecker, type SpellChecker } from './spell-checker.ts';

let checker: SpellChecker;
beforeAll(async () => {
  checker = await createSpellChecker(['HarbourLog', 'Quenby Tarn']);
});

function wrongIn(text: string): string[] {
  return checker.misspellings(text).map(({ word }) => word);
}

test.each(
  'recieve occured seperate passwrod adress acces comming wich teh untill succesfully loged instaled conection sofware pasword unabel becuase definately dissapeared credentails verfied maintainance tommorow informaton workstaton conected experincing resetted dont didnt alot'.split(
    ' ',
  ),
)('finds %s', (word) => {
  expect(wrongIn(`The user says ${word} again.`)).toEqual([word]);
  expect(wrongIn(`${word.charAt(0).toUpperCase()}${word.slice(1)} it says.`)).toHaveLength(1);
});

describe('leaves alone', () => {
  test.each([
    'Colour and color, centre and center, organise and organize, enrol and enroll, programme and program, licence and license.',
    'zscaler okta intune jira servicenow citrix onedrive sharepoint bitlocker globalprotect anyconnect mfa vpn wfh eod hw sw',
    'Reimaged the laptop, re-enrolled it in Intune, unpaired the dongle and whitelisted the app.',
    'spoke with priya from the bengaluru office, who works with rajesh',
    'User name - jsmtih\nusername: plarkspurr\nuser id is jhonson and hostname is wkstaton',
    'First and Last name: Jonh Ardess-Smyth\nLocation: Bengalluru',
    'QUENBY\\jsmtih logs on to https://portl.exmaple.com/recieve and mail.compny.com, mails ada.exmaple@compny.com',
    'C:\\Usres\\teh\\reprot.xlsx and \\\\srevr\\shrae, /etc/pasword, reprot.docx',
    'run gpupdate /forec and -relase, then ipconfig /flushdsn',
    '<p class="fooobar">Hello&nbsp;world</p>',
    'The banner reads "Authentcation faild for this sesion"',
    'hmmmm fooBarBaz PascalCasee ABCDE QWERTZ LAPTPO7 a1b2c3 0x80070005',
    "The user's laptop, users' drives; don't, didn't, we've, he'll, O'Brien's.",
    'naïve café Zürich Müller Łódź',
    'HarbourLog and harbourlog at quenby',
    'We met Krishnamurthi and Svennson there.',
  ])('%s', (text) => expect(wrongIn(text)).toEqual([]));
});

describe('words of no language', () => {
  test.each([
    ['asdf qwer lkjh', 'asdf qwer lkjh'],
    ['Asdf Qwer.', 'Asdf Qwer'],
    ['User called about asdasdasdsad yesterday.', 'asdasdasdsad'],
    ['sdlkfj dkfjghdkfj vbnvbn', 'sdlkfj dkfjghdkfj vbnvbn'],
    ['The printer lkjhg sdfgkjh prints nothing.', 'lkjhg sdfgkjh'],
  ])('%s', (text, words) => expect(wrongIn(text)).toEqual(words.split(' ')));

  test.each([
    'username asdf, host name: qwer-lkjh, asdf01, C:\\asdf\\qwer',
    'The banner reads "asdf qwer"',
    'She uses a qwerty and a qwertz keyboard.',
    'Spoke with jsmtih about it.',
    'The service srvprd on msrdcw was restarted.',
    'Wir haben den Wert bewertet und rechtschreibung przez wszystko komputer.',
  ])('not here: %s', (text) => expect(wrongIn(text)).toEqual([]));
});

test('what follows a slash is masked, what stands before it is not', () => {
  expect(wrongIn('printter/pasword')).toEqual(['printter']);
});

test('the ending of a file is no word', () => {
  expect(wrongIn('All files end with .lockd now')).toEqual([]);
  expect(wrongIn('It hangs ...recieved it')).toEqual(['recieved']);
});

test('a full stop without a space behind it separates words', () => {
  expect(wrongIn('The server is down.Recieved an alert.')).toEqual(['Recieved']);
});

test('a text that is mostly unknown is no English with slips', () => {
  expect(wrongIn('Der Benutzer meldet einen Fehler beim Starten und kann nicht arbeiten.')).toEqual([]);
});

describe('another language', () => {
  const german =
    'Der Benutzer meldet, dass Outlook beim Starten abstürzt und eine Fehlermeldung erscheint. Wir haben den Rechner neu gestartet, das Profil neu angelegt und das Office Paket repariert. Danach funktionierte die Anmeldung wieder und der Benutzer hat bestätigt, dass alles geht.';
  test('is told from 40 words on', () => {
    expect(checker.isForeign([german])).toBe(true);
    expect(checker.isForeign([german.slice(0, 100), german.slice(100)])).toBe(true);
    expect(checker.isForeign([german.slice(0, 120)])).toBe(false);
  });
  test('is not seen in English full of typos, names and terms', () => {
    const garbled =
      'Usr caled in sayng that outlok keps crashng on strtup and eror mesage apears. Restrted the laptp and reprd ofice and recretd the profle, then the conection wrkd agin and the usr confrmed that evrything is wrking fine nw and we cn close it';
    const terms =
      'okta mfa vpn zscaler citrix intune onedrive sharepoint servicenow sap hana fiori teams outlook owa exchange smtp imap dns dhcp gpo gpupdate ipconfig flushdns nslookup tracert sccm mecm autopilot bitlocker tpm bios uefi ldap saml sso kerberos ntlm adfs pingid duo yubikey';
    expect(checker.isForeign([garbled])).toBe(false);
    expect(checker.isForeign([terms])).toBe(false);
  });
});

test('every word stands at its offsets, whatever the text and however often it is asked', () => {
  const piece = fc.oneof(
    fc.constantFrom('recieve', 'teh', ' ', '\n', '. ', '"', '<b>', 'Usre', 'the user', ': ', '/', '-'),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const found = checker.misspellings(text);
      for (const { start, end, word } of found) expect(text.slice(start, end)).toBe(word);
      expect(checker.misspellings(text)).toEqual(found);
    }),
  );
});

test.each(['teh ', '"teh ', '<a ', "a'", 'a.', 'name: ', 'name-', 'conectoin bxqz ', '&a;'])(
  '100 kB of %j is read',
  (piece) => {
    expect(() => wrongIn(piece.repeat(Math.ceil(100_000 / piece.length)))).not.toThrow();
  },
);
