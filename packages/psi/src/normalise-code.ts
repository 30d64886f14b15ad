// File names, paths, colours, equations and operators → words, as one reads code to somebody across the table.
import { isFileName, isPath } from './file-name'
import { sayName } from './normalise-links'
import { cardinal, digitByDigit } from './numbers'
import { type Around, letterName, type Rule } from './rule'

/** "main.ts" → main dot t. s.; an ending that is no word is spelled. */
function sayFile(name: string, around: Around): string[] {
  return name.split('.').flatMap((part, i, parts) => {
    const ending = i > 0 && i === parts.length - 1
    const said =
      ending && !/^(?:zip|lock|log|env|json|gif|jpe?g|mp[34]|doc|tar|go)$/i.test(part)
        ? Array.from(part, spoken)
        : sayCodeName(part, around)
    return [...(i > 0 ? ['dot'] : []), ...said]
  })
}
const spoken = (sign: string): string => (/\d/.test(sign) ? (digitByDigit(sign)[0] ?? '') : letterName(sign))
/** Some names have a way of their own to be said. */
const codeNames: ReadonlyMap<string, string> = new Map([
  ['readme', 'readme'],
  ['src', 'source'],
  ['json', 'json'],
])
const sayCodeName = (part: string, around: Around): readonly string[] => {
  const named = codeNames.get(part.toLowerCase())
  return named ? [named] : /^(?:jpe?g|mp[34])$/i.test(part) ? around.say(part) : sayName(part, around)
}

function sayPath(core: string, around: Around): string[] | null {
  if (!isPath(core) && !isFileName(core)) return null
  const [, path = core, line] = /^(.*?):(\d+)(?::\d+)?$/.exec(core) ?? []
  const said = path.split('/').flatMap((part, i, parts) => {
    const named = part === '.' ? ['dot'] : part === '..' ? ['dot', 'dot'] : part === '~' ? ['home'] : sayFile(part, around)
    return [...(i > 0 && (part || i < parts.length - 1) ? ['slash'] : []), ...(part ? named : [])]
  })
  return line ? [...said, 'line', ...cardinal(line)] : said
}

const between: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '=': 'equals',
    '==': 'equals',
    '===': 'equals',
    '!=': 'is not',
    '!==': 'is not',
    '<=': 'is at most',
    '>=': 'is at least',
    '<': 'is less than',
    '>': 'is more than',
    '+=': 'plus equals',
    '-=': 'minus equals',
    '+': 'plus',
    '-': 'minus',
    '*': 'times',
    '**': 'to the power of',
    '×': 'times',
    '÷': 'divided by',
    '/': 'divided by',
    '&&': 'and',
    '||': 'or',
    '->': 'to',
    '=>': 'to',
  }),
)
const operators = '\\*\\*|===|!==|==|!=|<=|>=|->|=>|\\+=|-=|&&|\\|\\||[=<>+*×÷/-]'
const equation = new RegExp(`^-?[\\w.^]+(?:(?:${operators})-?[\\w.^]+)+$`)
const cut = new RegExp(`(?<=[\\w.^])(${operators})(?=-?[\\w.^])`)
const isOperator = (text: string | undefined): boolean => text !== undefined && between.has(text) && text !== '-'

/** A single letter beside an operator is a variable, even "a". */
const operand = (part: string, { say }: Around): readonly string[] => (/^[a-z]$/i.test(part) ? [letterName(part)] : say(part))

function sayEquation(core: string, around: Around): string[] | null {
  if (!equation.test(core)) return null
  // Hyphens, slashes and stars alone are more often something else; between digits only ranges and dates are.
  const sure = /[=÷×]|(?:\b[a-z]|\d)[<>]-?(?:[a-z]\b|\d)|&&|\|\||\w\*\*\d|\d[*+]\d|^[a-z]\+[a-z]$/i.test(core)
  if (!sure) return null
  return core.split(cut).flatMap((part, i) => (i % 2 === 1 ? (between.get(part)?.split(' ') ?? []) : operand(part, around)))
}

function sayPower(core: string, around: Around): string[] | null {
  const [, base = '', power = ''] = /^([^^]+)\^\(?(-?\w+)\)?$/.exec(core) ?? []
  if (!base) return null
  // A small figure at the end of a word is a footnote.
  if (/[a-z]{3}$/i.test(base)) return [...around.say(base)]
  const said = /^[a-z]{1,2}$/i.test(base) ? Array.from(base, letterName) : around.say(base)
  if (power === '2') return [...said, 'squared']
  if (power === '3') return [...said, 'cubed']
  return [...said, 'to', 'the', 'power', 'of', ...operand(power, around)]
}

export const codeRules: readonly Rule[] = [
  {
    example: ['#ff8800', 'hex f. f. eight eight zero zero'],
    says: (core) =>
      /^#(?=\w*\d)(?=\w*[a-f])(?:[\da-f]{3}){1,2}$|^#([a-f])\1\1$/i.test(core)
        ? ['hex', ...Array.from(core.slice(1), spoken)]
        : null,
  },
  {
    example: ['~/src/main.ts:42 and README.md', 'home slash source slash main dot t. s. line forty two and readme dot m. d.'],
    says: sayPath,
  },
  { example: ['1+1=2', 'one plus one equals two'], says: sayEquation },
  { example: ['x^2', 'x. squared'], says: sayPower },
  {
    example: ['a != b', 'a. is not b.'],
    says: (core, { previous, next }) => {
      const single = /^(?:[a-z]|-?\d[\d.]*)$/i
      if (/^[<>]$/.test(core) && single.test(previous?.core ?? '') && single.test(next?.core ?? ''))
        return between.get(core)?.split(' ') ?? null
      if (/^a$/i.test(core) && (isOperator(next?.core) || isOperator(previous?.core))) return [letterName('a')]
      return /^(?:[=!]==?|\+=|-=|&&|\|\||[-=]>|÷|×)$/.test(core) ? (between.get(core)?.split(' ') ?? null) : null
    },
  },
  {
    example: ['i++', 'i. plus plus'],
    says: (core, around) => {
      const name = /^([a-z]\w*)\+\+$/i.exec(core)?.[1]
      return name ? [...operand(name, around), 'plus', 'plus'] : null
    },
  },
  {
    example: ['B+ grade', 'b. plus grade'],
    says: (core) => (/^[A-F]\+$/.test(core) ? [letterName(core[0] ?? ''), 'plus'] : null),
  },
  {
    example: ['http://127.0.0.1:8080/x', 'one hundred twenty seven point zero point zero point one colon eight thousand eighty'],
    says: (core, { say }) => {
      const [, host = '', port] = /^(?:https?:\/\/)?(\d{1,3}(?:\.\d{1,3}){3})(?::(\d{2,5}))?(?:\/\S*)?$/i.exec(core) ?? []
      return host && host !== core ? [...say(host), ...(port ? ['colon', ...cardinal(port)] : [])] : null
    },
  },
  {
    example: ['r/vtubers by u/tori', 'r. slash vtubers by u. slash tori'],
    says: (core, around) => {
      const [, kind = '', name = ''] = /^\/?([ru])\/(\w{2,})$/.exec(core) ?? []
      return kind ? [letterName(kind), 'slash', ...sayName(name, around)] : null
    },
  },
  {
    example: ['localhost:3000', 'localhost three thousand'],
    says: (core) => {
      const port = /^(?:https?:\/\/)?localhost:(\d{2,5})(?:\/\S*)?$/i.exec(core)?.[1]
      return port ? ['localhost', ...cardinal(port)] : null
    },
  },
]
