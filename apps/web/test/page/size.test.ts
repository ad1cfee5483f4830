import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { PAGE_FOLDER } from './visitor.ts';

/** Kilobytes, compressed. People on slow lines use this, too. */
const MOST = { '.js': 40, '.css': 10 };

describe('the built page', () => {
  const files = readdirSync(PAGE_FOLDER, { recursive: true, encoding: 'utf8' });

  test.each(Object.entries(MOST))('has no more %s than %i kB', (extension, most) => {
    const found = files.filter((name) => name.endsWith(extension));
    const bytes = found.reduce((sum, name) => sum + gzipSync(readFileSync(join(PAGE_FOLDER, name))).length, 0);
    expect(found.length).toBeGreaterThan(0);
    expect(bytes / 1_000).toBeLessThan(most);
  });

  test('has nothing inline and nothing from elsewhere', () => {
    const html = readFileSync(join(PAGE_FOLDER, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]* src="\/assets\/)|<style|style=|\son\w+=|https?:/);
  });
});
