import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { isVisible } from './files-of-drop.ts';

interface FileButtonProps {
  readonly kind: string;
  /** All files of a folder are taken. */
  readonly folder?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: File[]) => void;
  readonly children: ComponentChildren;
}

/** A button that opens the browser's choice of files. */
export function FileButton({ kind, folder = false, disabled = false, onFiles, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = () => {
    const files = [...(input.current?.files ?? [])].filter((file) => !folder || isVisible(file));
    // The same file can be chosen again.
    if (input.current !== null) input.current.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <button type="button" class={`button ${kind}`} disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input ref={input} type="file" multiple hidden onChange={take} {...(folder ? { webkitdirectory: true } : {})} />
    </>
  );
}
