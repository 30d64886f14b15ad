// Ranges, fractions, scores, ratios, versions and other figures with a form of their own → words.
import { amount, NUMBER } from './normalise-amounts'
import { cardinal, codeNumber, decimal, digitByDigit, fraction } from './numbers'
import { form, letterName, type Rule } from './rule'

/** Ratios of screens are read "by". */
const screens = /^(?:16:9|9:16|4:3|3:2|21:9|32:9|16:10)$/

function sayFraction(above: string, below: string): string[] {
  const whole = Number(below)
  if (whole === 10 || whole === 100 || Number(above) >= whole || whole > 20 || whole < 2) {
    return [...amount(above), whole >= 10 || Number(above) === whole ? 'out of' : 'over', ...amount(below)].flatMap((word) =>
      word.split(' '),
    )
  }
  return fraction(String(Number(above)), String(whole))
}

const range = new RegExp(
  `^((?:[$€£]?)(?:\\d{1,2}:\\d\\d|${NUMBER})[a-z%°]{0,3})[-–—]((?:[$€£]?)(?:\\d{1,2}:\\d\\d|${NUMBER})[a-z%°€$£]{0,3})$`,
  'i',
)

/** Widths and heights are read in pairs: ten eighty. */
const sayPixels = (digits: string): string[] =>
  digits.length === 4 && !digits.endsWith('000') ? codeNumber(digits) : cardinal(digits)

export const figureRules: readonly Rule[] = [
  form(['1e-5', 'one e. minus five'], /^(\d+(?:\.\d+)?)e([+-]?)(\d+)$/i, ([n = '', minus, power = '']) => [
    ...amount(n),
    letterName('e'),
    ...(minus === '-' ? ['minus'] : []),
    ...cardinal(power),
  ]),
  form(
    ['555-1234', 'five five five one two three four'],
    /^(?:\+?(\d{1,3})[-.])?\(?(?:(\d{3})\)?[-.])?(\d{3})[-.](\d{4})$/,
    (parts) => parts.flatMap((part) => digitByDigit(part ?? '')),
  ),
  form(
    ['978-3-16-148410-0', 'nine seven eight three one six one four eight four one zero zero'],
    /^(\d+(?:-\d+){2,})$/,
    ([run = '']) => (run.replace(/\D/g, '').length >= 9 ? digitByDigit(run.replaceAll('-', '')) : null),
  ),
  form(['world 3-2', 'world three two'], /^(\d{1,2})-(\d{1,2})$/, ([world = '', part = ''], { previous }) =>
    /^(?:world|level|stage|mission|act)$/i.test(previous?.core ?? '') && !previous?.after
      ? [...cardinal(world), ...cardinal(part)]
      : null,
  ),
  form(['n-1 and n+1', 'n. minus one and n. plus one'], /^([ijknxy])([-+])(\d+)$/, ([letter = '', sign, digits = '']) => [
    letterName(letter),
    sign === '-' ? 'minus' : 'plus',
    ...cardinal(digits),
  ]),
  form(['10–15, $5-10', 'ten to fifteen five to ten dollars'], range, ([from = '', to = ''], { say }) => {
    const symbol = /^[$€£]/.exec(from)?.[0]
    return symbol && /^\d/.test(to) ? [...say(from.slice(1)), 'to', ...say(symbol + to)] : [...say(from), 'to', ...say(to)]
  }),
  form(['1 1/2 cups', 'one and one half cups'], /^(\d{1,2})\/(\d{1,2})$/, ([above = '', below = ''], { previous }) =>
    /^\d{1,3}$/.test(previous?.core ?? '') && !previous?.after && Number(above) < Number(below)
      ? ['and', ...sayFraction(above, below)]
      : null,
  ),
  form(['8 /10', 'eight out of ten'], /^\/(\d{1,4})$/, ([below = '']) => ['out', 'of', ...cardinal(below)]),
  form(['9.5/10', 'nine point five out of ten'], /^(\d{1,2}\.\d)\/(\d{1,3})$/, ([above = '', below = '']) => [
    ...amount(above),
    'out',
    'of',
    ...amount(below),
  ]),
  form(['10/2/5', 'ten two five'], /^(\d{1,2})\/(\d{1,2})\/(\d{1,3})$/, (parts) => parts.flatMap((part) => cardinal(part ?? ''))),
  form(['16:9 or 3:1', 'sixteen by nine or three to one'], /^(\d{1,3}(?:\.\d)?):(\d{1,3})$/, ([a = '', b = '']) => [
    ...amount(a),
    screens.test(`${a}:${b}`) ? 'by' : 'to',
    ...cardinal(b),
  ]),
  form(['1v1', 'one v. one'], /^(\d{1,2})v(\d{1,2})$/i, ([a = '', b = '']) => [...cardinal(a), letterName('v'), ...cardinal(b)]),
  form(['1.000.000', 'one million'], /^(\d{1,3}(?:\.\d{3})*\.000|\d{1,3}(?:\.\d{3}){2})$/, ([n = '']) =>
    n.split('.').length > 2 ? cardinal(n.replaceAll('.', '')) : null,
  ),
  form(['2/3rds', 'two thirds'], /^(\d{1,2})\/(\d{1,2})(?:nd|rd|th)s?$/, ([above = '', below = '']) => sayFraction(above, below)),
  form(['10,5', 'ten point five'], /^(\d+),(\d{1,2})$/, ([whole = '', rest = '']) => decimal(`${whole}.${rest}`)),
  form(['1,2,3', 'one two three'], /^(\d+(?:,\d+)+)$/, ([list = '']) =>
    /^\d{1,3}(?:,\d{3})+$/.test(list) ? null : list.split(',').flatMap((each) => amount(each)),
  ),
  form(['3/4', 'three quarters'], /^(\d{1,3})\/(\d{1,3})$/, ([above = '', below = '']) => sayFraction(above, below)),
  form(['1920x1080', 'nineteen twenty by ten eighty'], /^(\d+)x(\d+)$/i, ([a = '', b = '']) => [
    ...sayPixels(a),
    'by',
    ...sayPixels(b),
  ]),
  form(
    ['v1.2.3', 'version one point two point three'],
    /^(v?)(\d+(?:\.\d+){2,})(?:-([a-z]+))?$/i,
    ([v, numbers = '', stage], { say }) => [
      ...(v ? ['version'] : []),
      ...numbers.split('.').flatMap((each, i) => [...(i ? ['point'] : []), ...cardinal(each)]),
      ...(stage ? say(stage) : []),
    ],
  ),
  form(['v2', 'version two'], /^v(\d+(?:\.\d+)?)$/i, ([n = '']) => ['version', ...amount(n)]),
  form([`6'2"`, 'six foot two'], /^([3-8])'(\d{1,2})"?$/, ([feet = '', inches = '']) => [
    ...cardinal(feet),
    'foot',
    ...cardinal(inches),
  ]),
  form(['x10', 'times ten'], /^x(\d+)$/i, ([n = '']) => ['times', ...cardinal(n)]),
]
