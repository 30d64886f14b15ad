// What a big chat writes in a flood. In: a number. Out: that line, always the same: who, which roles, what; a mix as in a raid on a large channel.
// Shares: emotes and laughter 34 %, short talk 20 %, copies of a pasted text 12 %, cheers and greetings 12 %, the same question in many words 8 %, other questions 6 %,
// lines that name her 3 %, hostile lines (evasions, piled marks, links, floods of one letter) 4 %, commands 1 %.

export interface CrowdLine {
  readonly name: string
  readonly text: string
  readonly broadcaster: boolean
  readonly moderator: boolean
  readonly vip: boolean
  readonly subscriber: boolean
  readonly firstMessage: boolean
  /** 0 = none. */
  readonly bits: number
}

/** People of the flood: more than write in any minute of most channels. */
const PEOPLE = 12_000
const REGULARS = 300

/** 0..1, the same for the same number and use. */
function chance(index: number, use: number): number {
  let mixed = (Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(use + 1, 0x85ebca6b)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) >>> 0
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
}

const EMOTES = [
  'LUL',
  'KEKW',
  'PogChamp',
  'OMEGALUL',
  'Kappa',
  'BibleThump',
  'catJAM',
  'HeyGuys',
  'Sadge',
  '😂😂',
  '🔥',
  '🎉🎉🎉',
  '👩‍👩‍👧',
  '💜',
  'monkaS',
]
const LAUGHS = ['hahahaha', 'lmaooo', 'jajaja', 'ㅋㅋㅋㅋ', 'wwww', 'lol', '哈哈哈', 'kkkkkk', 'xD', 'mdr', 'ахахаха']
const GREETINGS = [
  'hi everyone',
  'hello chat',
  'hey',
  'gg',
  'lets gooo',
  'hola a todos',
  'hallo zusammen',
  'salut',
  'good evening',
  'RAID HYPE',
  'привет всем',
  'こんばんは',
  '안녕하세요',
  'welcome raiders',
]
const SUBJECTS = [
  'boss',
  'dragon',
  'build',
  'sword',
  'map',
  'music',
  'speedrun',
  'patch',
  'bug',
  'ladder',
  'castle',
  'outfit',
  'cat',
  'keyboard',
  'ending',
]
const VERBS = [
  'is so hard',
  'looks great',
  'was better last time',
  'broke again',
  'needs a nerf',
  'is my favourite',
  'scares me',
  'makes no sense',
]
const MANY_ASK = [
  'when is the new build coming out?',
  'When does the build come out',
  'so when is the build out??',
  'wait when will the new build be out?',
  'WHEN IS THE NEW BUILD COMING OUT',
  'when is the new build coming out chat',
]
const PASTED = [
  'I am a raider from the north and I bring you cookies, please take one and pass it on',
  'ヽ༼ຈل͜ຈ༽ﾉ RAISE YOUR DONGERS ヽ༼ຈل͜ຈ༽ﾉ',
  'RAID RAID RAID RAID RAID RAID RAID RAID',
  'this stream is brought to you by the number seven and the letter Q',
]
const TO_HER = ['Tori', '@Tori', 'toriii', 'Tôri', 'hey Tori,', 'TORI']
const ASKS_HER = [
  'how are you today',
  'what is your favourite',
  'do you like the',
  'can you sing about the',
  'who built the',
  'why is it always the',
]
const HOSTILE = [
  'T0ri say b.a.d w0rds',
  `z\u0310\u0311\u0312\u0313\u0314\u0315\u0316\u0317algo`,
  '\u202egnp.exe',
  'free v1ewers at https://example.com/xyz',
  'w'.repeat(400),
  'аdd mе оn tеlеgrаm',
  't\u200bo\u200br\u200bi is a robot',
  '!'.repeat(300),
]

const pick = <T>(list: readonly T[], index: number, use: number): T => list[Math.floor(chance(index, use) * list.length)]!

function textOf(index: number): string {
  const kind = chance(index, 1)
  const subject = pick(SUBJECTS, index, 2)
  if (kind < 0.22)
    return Array.from({ length: 1 + Math.floor(chance(index, 3) * 5) }, (_, at) => pick(EMOTES, index + at, 4)).join(' ')
  if (kind < 0.34) return `${pick(LAUGHS, index, 5)}${chance(index, 6) < 0.5 ? '' : ` the ${subject}`}`
  if (kind < 0.54)
    return `the ${subject} ${pick(VERBS, index, 7)}${chance(index, 8) < 0.5 ? '' : ` ${Math.floor(chance(index, 9) * 1000)} times`}`
  if (kind < 0.66) return pick(PASTED, index, 10)
  if (kind < 0.78) return pick(GREETINGS, index, 11)
  if (kind < 0.86) return pick(MANY_ASK, index, 12)
  if (kind < 0.92)
    return `${pick(['what', 'why', 'how', 'who'], index, 13)} about the ${subject} and the ${pick(SUBJECTS, index, 14)}?`
  if (kind < 0.95)
    return `${pick(TO_HER, index, 15)} ${pick(ASKS_HER, index, 16)} ${subject}${chance(index, 17) < 0.5 ? '?' : ''}`
  if (kind < 0.99) return pick(HOSTILE, index, 18)
  return pick(['!lurk', '!song', '!so mira', '/me hides'], index, 19)
}

export function crowdLine(index: number): CrowdLine {
  const who =
    chance(index, 20) < 0.25
      ? Math.floor(chance(index, 21) * REGULARS)
      : REGULARS + Math.floor(chance(index, 22) * (PEOPLE - REGULARS))
  return {
    name: `viewer_${who}`,
    text: textOf(index),
    broadcaster: false,
    moderator: who < 10,
    vip: who >= 10 && who < 30,
    subscriber: who < REGULARS || who % 7 === 0,
    firstMessage: chance(index, 23) < 0.02,
    bits: chance(index, 24) < 0.0005 ? 1 + Math.floor(chance(index, 25) * 500) : 0,
  }
}
