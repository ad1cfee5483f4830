/**
 * Compiles a Handlebars template to a plain function of JavaScript. Handlebars reads the template; what its own compiler makes
 * of it calls a helper and makes several functions and objects for every block, at every use, which is most of the time of a
 * page. What a page needs is here, and everything else is refused at build time: `{{value}}`, `{{{markup}}}`, `{{#if}}`,
 * `{{#unless}}`, `{{#each}}`, `{{#with}}`, `{{else}}`, `{{> partial}}`, `this`, `../`, `@last`, `@key`, and `@data`.
 * They mean what they mean in Handlebars. As in its strict mode, a value that is shown must be there.
 */
import Handlebars from 'handlebars';

/** The module of a template: its default export renders a view. It imports the runtime by the given specifier. */
export function compileTemplate(text, file, runtime) {
  const render = new Compiler(file).block(Handlebars.parse(text), ['view']);
  return `import { escaped, holds, isThere, listOf, raw, shown } from ${JSON.stringify(runtime)};

export default function render(view, given = {}) {
  const { partials, data } = given;
  let out = '';
${render}  return out;
}
`;
}

class Compiler {
  #file;
  #names = 0;

  constructor(file) {
    this.#file = file;
  }

  /**
   * The statements of a block. `views` are the names of its view and those around it, the innermost first; `loop` holds what
   * `@last` and `@key` are in it.
   */
  block(program, views, loop) {
    return (program?.body ?? []).map((node) => this.#statement(node, views, loop)).join('');
  }

  #statement(node, views, loop) {
    switch (node.type) {
      case 'ContentStatement':
        return node.value === '' ? '' : `out += ${JSON.stringify(node.value)};\n`;
      case 'CommentStatement':
        return '';
      case 'MustacheStatement': {
        this.#refuse(node, node.params.length > 0 || node.hash !== undefined);
        return `out += ${node.escaped ? 'escaped' : 'raw'}(${this.#shown(node.path, views, loop)});\n`;
      }
      case 'PartialStatement': {
        this.#refuse(node, node.indent !== '' || node.hash !== undefined || node.name.type !== 'PathExpression');
        const view = node.params[0] === undefined ? views[0] : this.#value(node.params[0], views, loop);
        return `out += partials[${JSON.stringify(node.name.original)}](${view}, given);\n`;
      }
      case 'BlockStatement':
        return this.#blockStatement(node, views, loop);
      default:
        return this.#refuse(node, true);
    }
  }

  #blockStatement(node, views, loop) {
    this.#refuse(node, node.params.length !== 1 || node.hash !== undefined || node.program?.blockParams !== undefined);
    const value = this.#value(node.params[0], views, loop);
    const inside = (program) => this.block(program, views, loop);
    const otherwise = node.inverse === undefined ? '' : ` else {\n${inside(node.inverse)}}`;
    const name = `v${this.#names++}`;
    switch (node.path.original) {
      case 'if':
        return `if (holds(${value})) {\n${inside(node.program)}}${otherwise}\n`;
      case 'unless':
        return `if (!holds(${value})) {\n${inside(node.program)}}${otherwise}\n`;
      case 'with':
        return `const ${name} = ${value};\nif (isThere(${name})) {\n${this.block(node.program, [name, ...views], loop)}}${otherwise}\n`;
      case 'each': {
        const [list, at] = [`${name}s`, `${name}at`];
        const inLoop = { last: `(${at} === ${list}.length - 1)`, key: `Object.keys(${value})[${at}]` };
        const body = this.block(node.program, [name, ...views], inLoop);
        const loops = `for (let ${at} = 0; ${at} < ${list}.length; ${at}++) {\nconst ${name} = ${list}[${at}];\n${body}}\n`;
        return `const ${list} = listOf(${value});\nif (holds(${list})) {\n${loops}}${otherwise}\n`;
      }
      default:
        return this.#refuse(node, true);
    }
  }

  /** A value that may be missing. */
  #value(path, views, loop) {
    const { base, parts } = this.#path(path, views, loop);
    return base + parts.map((part) => `?.[${JSON.stringify(part)}]`).join('');
  }

  /** A value that must be there. */
  #shown(path, views, loop) {
    const { base, parts } = this.#path(path, views, loop);
    const name = parts.at(-1);
    if (name === undefined) return base;
    const owner =
      base +
      parts
        .slice(0, -1)
        .map((part) => `?.[${JSON.stringify(part)}]`)
        .join('');
    return `shown(${owner}?.[${JSON.stringify(name)}], ${owner}, ${JSON.stringify(name)})`;
  }

  #path(path, views, loop) {
    this.#refuse(path, path.type !== 'PathExpression' || path.depth >= views.length);
    if (!path.data) return { base: views[path.depth], parts: path.parts };
    const [variable] = path.parts;
    if (variable !== 'last' && variable !== 'key') return { base: 'data', parts: path.parts };
    this.#refuse(path, loop === undefined);
    return { base: loop[variable], parts: [] };
  }

  #refuse(node, isWrong) {
    if (!isWrong) return;
    const { line, column } = node.loc.start;
    throw new SyntaxError(`${this.#file}:${line}:${column}: a page's template cannot say this`);
  }
}
