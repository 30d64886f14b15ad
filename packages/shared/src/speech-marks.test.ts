// Marks for the voice are found wherever they stand, and nothing that people see is left of them.
import { describe, expect, it } from 'vitest'
import { readSpeechMarks, withoutSpeechMarks, writtenMark } from './speech-marks'

const shown = (text: string) => {
  const { text: plain, marks } = readSpeechMarks(text)
  return [plain, marks.map((mark) => `${mark.beforeWord}${writtenMark(mark)}`).join(' ')]
}

describe('speech marks', () => {
  it.each([
    ['Hello there.', 'Hello there.', ''],
    ['[sigh] Fine.', 'Fine.', '0[sigh]'],
    ['Well [laugh]! Yes', 'Well! Yes', '1[laugh]'],
    ['Well, [SIGHS] no.', 'Well, no.', '1[sigh]'],
    ['so[laugh]funny', 'so funny', '1[laugh]'],
    ['[whisper]Come here[/whisper] now', 'Come here now', '0[whisper] 2[/whisper]'],
    ['I [stress]really[/stress], truly [stress]do[/stress].', 'I really, truly do.', '1[stress] 2[/stress] 3[stress] 4[/stress]'],
    ['I "[shout]stop[/shout]" it', 'I "stop" it', '1[shout] 2[/shout]'],
    ['*sighs* Fine.', 'Fine.', '0[sigh]'],
    ['*Sighs deeply.* Fine.', 'Fine.', '0[sigh]'],
    ['Ok. _laughs_ Bye', 'Ok. Bye', '1[laugh]'],
    ['*takes a deep breath* Right', 'Right', '0[breath]'],
    ['*bursts out laughing* No!', 'No!', '0[burst]'],
    ['*whispers* Come', 'Come', '0[whisper]'],
    ['*sigh* no', 'no', '0[sigh]'],
    ['You make me *laugh* a lot, *really*', 'You make me *laugh* a lot, *really*', ''],
    ['*I whisper* and *shout* it', '*I whisper* and *shout* it', ''],
    ['See [2024], [a list] and [laugh](https://a.example)', 'See [2024], [a list] and [laugh](https://a.example)', ''],
    ['[laugh]', '', '0[laugh]'],
    ['[laugh][laugh] a [sigh][breath]', 'a ', '0[laugh] 0[laugh] 1[sigh] 1[breath]'],
    ['one\n[sigh]\ntwo', 'one\n\ntwo', '1[sigh]'],
    ['two  blanks stay', 'two  blanks stay', ''],
    ['[unknown] mark', '[unknown] mark', ''],
  ])('%j', (text, plain, marks) => {
    expect(shown(text)).toEqual([plain, marks])
  })

  it('leave nothing of themselves, and nothing new, in any mixture', () => {
    const bits = ['[laugh]', '[/whisper]', '[whisper]', '*sighs*', ' ', 'word', '.', '"', '[', ']', '*', '\n', ', ', '[shout]']
    let state = 3
    for (let round = 0; round < 2000; round++) {
      let text = ''
      for (let i = 0; i < 8; i++) {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0
        text += bits[(state >>> 8) % bits.length]
      }
      const { text: plain, marks } = readSpeechMarks(text)
      expect(plain.length).toBeLessThanOrEqual(text.length)
      const words = plain.split(/\s+/).filter(Boolean).length
      for (const { beforeWord } of marks) expect(beforeWord).toBeLessThanOrEqual(words)
      expect(withoutSpeechMarks('x '.repeat(3))).toBe('x x x ')
    }
  })
})
