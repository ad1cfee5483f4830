/** English must score this far below the best language; on IT prose the two come closer than elsewhere. */
const MOST_ENGLISH = 0.94;

type Detect = (text: string) => readonly (readonly [language: string, likelihood: number])[];

/** Loads the language detector. It is asked only where most words are unknown, so that it costs nothing on English. */
export async function loadLanguageTest(): Promise<(text: string) => boolean> {
  const { francAll } = await import('franc-min');
  const detect: Detect = francAll;
  return (text) => {
    const ranked = detect(text);
    const best = ranked[0]?.[0];
    if (best === undefined || best === 'und' || best === 'eng') return false;
    return (ranked.find(([language]) => language === 'eng')?.[1] ?? 0) < MOST_ENGLISH;
  };
}
