// Scene names as streamers write them: the clear ones are understood, and nothing else silences her.
import { describe, expect, it } from 'vitest'
import { momentOf } from './obs-moments'

const guess = (name: string) => momentOf(name, {}).moment

describe('moments', () => {
  it.each([
    'Starting Soon',
    '01 - Starting Soon',
    '🎬 STARTING SOON 🎬',
    'Stream Starting',
    'Start',
    'Intro',
    '1. Intro Scene',
    'Gleich geht’s los',
    "Gleich geht's los!",
    'Stream beginnt gleich',
    'Startbildschirm',
    'Empezamos pronto',
    'Ça commence bientôt',
    'まもなく開始します',
    '곧 시작합니다',
    '即将开始',
  ])('%s: before the show', (name) => expect(momentOf(name, {})).toEqual({ moment: 'starting', guessed: true }))
  it.each([
    'BRB',
    'brb - cats',
    'Scene: BRB',
    'Be right back',
    "Be Right Back (I'm eating)",
    'Pause',
    'PAUSE SCREEN',
    'AFK',
    'Break',
    'Kurze Pause',
    'Bin gleich wieder da',
    'Gleich geht’s weiter',
    'Je reviens',
    'Pausa',
    'Já volto',
    'Перерыв',
    '休憩中',
    '자리 비움',
  ])('%s: a break', (name) => expect(guess(name)).toBe('break'))
  it.each([
    'Ende',
    'Ending',
    'The End',
    'Outro',
    'Stream Ending',
    'Thanks for watching',
    'Danke fürs Zuschauen',
    'Offline',
    'Fin',
    '配信終了',
  ])('%s: the end', (name) => expect(guess(name)).toBe('ending'))
  it.each([
    'Just Chatting',
    'Game',
    'Main',
    'Live',
    'Scene',
    'Scene 2',
    'Endgame',
    'Endless Legend',
    'Elden Ring ending route',
    'Prison Break',
    'Breakout',
    'AFK Arena',
    'Pause menu',
    'Start-up simulator',
    'Intro to painting',
    'Paintbreak',
    'Trend',
    'Starting Soon / Be right back',
    'しゃべり',
    '🎮',
    '…',
    'constructor',
    '__proto__',
  ])('%s: the show, which silences nobody', (name) => expect(momentOf(name, {})).toEqual({ moment: 'live', guessed: true }))

  it('what the owner says of a name goes before every guess, by the exact name', () => {
    expect(momentOf('BRB', { BRB: 'live' })).toEqual({ moment: 'live', guessed: false })
    expect(momentOf('Cooking', { Cooking: 'break' })).toEqual({ moment: 'break', guessed: false })
    expect(momentOf('cooking', { Cooking: 'break' })).toEqual({ moment: 'live', guessed: true })
  })

  it('no scene is no moment', () => {
    expect(momentOf('', {})).toEqual({ moment: null, guessed: false })
  })
})
