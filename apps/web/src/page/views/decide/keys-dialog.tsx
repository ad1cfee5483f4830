import { useState } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.tsx';
import { areKeysOn, turnKeys } from '../../state/keys.ts';
import { words } from '../../words/index.ts';

const { keys } = words.decide;

const GROUPS = [
  {
    title: keys.inQueue,
    keys: [
      [['j', '↓'], keys.down],
      [['k', '↑'], keys.up],
      [['Enter'], keys.open],
    ],
  },
  {
    title: keys.inQuestion,
    keys: [
      [['a'], keys.accept],
      [['1', '2', '…'], keys.level],
      [['0'], keys.none],
      [['r'], keys.reason],
      [['Ctrl + Enter'], keys.save],
      [['u'], keys.takeBack],
      [['j'], keys.down],
      [['k'], keys.up],
      [['Escape'], keys.back],
    ],
  },
  { title: keys.everywhere, keys: [[['?'], keys.help]] },
] as const;

/** What single keys do, and whether they do it. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const [isOn, setOn] = useState(areKeysOn);
  return (
    <Dialog title={keys.title} onClose={onClose}>
      {() => (
        <>
          {GROUPS.map((group) => (
            <section key={group.title} class="keys">
              <h3>{group.title}</h3>
              <dl>
                {group.keys.map(([names, what]) => (
                  <div key={what}>
                    <dt>
                      {names.map((name) => (
                        <kbd key={name}>{name}</kbd>
                      ))}
                    </dt>
                    <dd>{what}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <label class="check">
            <input
              type="checkbox"
              checked={isOn}
              onChange={({ currentTarget }) => {
                turnKeys(currentTarget.checked);
                setOn(currentTarget.checked);
              }}
            />
            <span>{keys.on}</span>
          </label>
        </>
      )}
    </Dialog>
  );
}
