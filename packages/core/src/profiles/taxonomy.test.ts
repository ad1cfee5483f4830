import { describe, expect, test } from 'vitest';
import { loadBuiltInProfile } from '../profile/load.ts';
import { buildTicket } from '../testing/build.ts';
import { findPhrase } from '../text/find.ts';
import { TextAnalyser } from '../text/text-analyser.ts';
import { TicketText } from '../text/ticket-text.ts';

const mmc = loadBuiltInProfile('mmc');

const TAXONOMY = {
  software:
    'reset_restart, installation, configuration, update, error, performance, access, license, compatibility, functionality',
  hardware:
    'laptop, desktop, monitor, keyboard, mouse, peripherals, printer, docking station, mobile device, headset, webcam, replacement, repair',
  inquiry: 'password reset, account access, general, information, how to, request, status, guidance',
  network: 'connectivity, vpn, wifi, wired, internet, dns, firewall, bandwidth, latency',
  email: 'outlook, access, configuration, calendar, attachments, sync, mobile, rules, spam',
  security: 'virus, malware, phishing, account lockout, mfa, encryption, data loss, suspicious activity',
  access: 'account, permissions, shared drive, application, vpn, remote, new user, termination',
  telephony: 'desk phone, softphone, voicemail, conference, headset, mobile',
  printing: 'printer, scanner, paper jam, toner, configuration, network printer',
  application: 'sap, workday, servicenow, sharepoint, teams, zoom, office, custom, error, access',
};

describe('the taxonomy of mmc', () => {
  test('is the whole list, and everything in it has phrases', () => {
    const listed = Object.fromEntries(
      mmc.categories.map(({ name, subcategories }) => [name, subcategories.map((each) => each.name).join(', ')]),
    );
    expect(listed).toEqual(TAXONOMY);
    const silent = mmc.categories
      .flatMap((category) => [category, ...category.subcategories])
      .filter(({ phrases }) => phrases.phrases.length === 0);
    expect(silent).toEqual([]);
  });

  test.each([
    ['hw', 'hardware'],
    ['SW', 'software'],
    ['net', 'network'],
    ['sec', 'security'],
    ['app', 'application'],
    ['Hardware', 'hardware'],
    ['E-Mail', 'email'],
    ['Inquiry / Help', 'inquiry'],
  ])('%s is %s', (label, name) => {
    expect(mmc.categoryOf(label)?.name).toBe(name);
  });

  test.each([
    ['software', 'Reset / Restart', 'reset_restart'],
    ['hardware', 'DOCKING_STATION', 'docking station'],
    ['network', 'Wi-Fi', 'wifi'],
    ['inquiry', 'Password-Reset', 'password reset'],
  ])('%s: %s is %s', (category, label, name) => {
    expect(mmc.categoryOf(category)?.subcategoryOf(label)?.name).toBe(name);
  });

  test('a blank or unknown label is nothing', () => {
    expect(mmc.categoryOf('')).toBeUndefined();
    expect(mmc.categoryOf(undefined)).toBeUndefined();
    expect(mmc.categoryOf('gardening')).toBeUndefined();
    expect(mmc.categoryOf('network')?.subcategoryOf('toner')).toBeUndefined();
  });

  test.each([
    ['printing', 'paper jam', 'The paper is jammed in tray 2.'],
    ['printing', 'toner', 'Toner is empty.'],
    ['network', 'vpn', 'GlobalProtect drops every ten minutes.'],
    ['hardware', 'docking station', 'The dock does not charge the laptop.'],
    ['email', 'calendar', 'The shared calendar in Outlook does not open.'],
    ['security', 'phishing', 'She clicked on a link in a phishing mail.'],
    ['security', 'data loss', 'He lost his laptop.'],
    ['inquiry', 'password reset', 'User forgot his password.'],
    ['inquiry', 'request', 'She needs the template for the quarterly report.'],
    ['inquiry', 'how to', 'Showed him how the out of office reply is set.'],
    ['security', 'mfa', 'The second factor still shows the old handset.'],
    ['software', 'performance', 'Citrix slows down in the afternoon.'],
    ['access', 'shared drive', 'Cannot open the shared drive, access denied.'],
    ['telephony', 'voicemail', 'The voicemail of the desk phone is full.'],
    ['application', 'sap', 'SAP GUI throws an exception.'],
    ['software', 'license', 'The Visio licence has expired.'],
  ])('words speak for %s / %s: %s', (category, subcategory, description) => {
    const passages = new TicketText(buildTicket({ description }), new TextAnalyser()).passages(['description']);
    const found = mmc.categoryOf(category);
    const within = found?.subcategoryOf(subcategory);
    expect(found && findPhrase(passages, found.phrases, () => true)?.passage).toBe(passages[0]);
    expect(within && findPhrase(passages, within.phrases, () => true)?.passage).toBe(passages[0]);
  });
});
