const KEY = 'tqrs-keys';

/** Whether single keys do something: people who speak to their computer may turn them off. */
export const areKeysOn = (): boolean => localStorage.getItem(KEY) !== 'off';

/** Turns keys on or off, for this browser. */
export function turnKeys(isOn: boolean): void {
  localStorage.setItem(KEY, isOn ? 'on' : 'off');
}
