declare module '*.yaml' {
  /** The file as it is written, with its comments. */
  export const text: string;
  /** What it says. Read in the build. */
  // biome-ignore lint/suspicious/noExplicitAny: whoever imports the file knows its shape.
  export const data: any;
}

declare module '*.tsv' {
  const text: string;
  export default text;
}

declare module '*.css' {
  const text: string;
  export default text;
}

declare module '*.client.js' {
  const text: string;
  export default text;
}

declare module '*.hbs' {
  const template: (
    context: unknown,
    options?: { partials?: Record<string, unknown>; helpers?: Record<string, unknown> },
  ) => string;
  export default template;
}

declare module '*/compile-template.mjs' {
  /** The code of a module whose default export renders a view by a Handlebars template. Throws a SyntaxError for what it cannot say. */
  export function compileTemplate(text: string, file: string, runtime: string): string;
}
