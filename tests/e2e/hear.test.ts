// She hears: a real browser with a microphone that plays a recording, the detector, a real recogniser, the mind, her voice, the overlay.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeWav } from '@psiona/psi'
import { HearingTest, MIC_RATE, SayReply, Settings, StopReply, type TurnRecord } from '@psiona/shared'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SPEAKING_VOICES, speakAll } from '../../bench/hearing-voices'
import { readSentences } from '../../bench/judge/sentence-file'
import { root } from '../checkout'
import { launch, openPage, type WatchedPage } from './browser'
import { whenIdle, whenSounding, whenStats } from './overlay-gauge'
import { plugProgramMicrophone } from './program-microphone'
import { type RunningPsiona, startPsiona } from './psiona'
import { renderWords } from './rendered-words'

/** A real recogniser that needs no download. */
const POCKETSPHINX = {
  kind: 'command' as const,
  command: 'pocketsphinx_continuous',
  args: ['-infile', '{wav}', '-logfn', '/dev/null'],
}
const voiceNamed = (name: string) => SPEAKING_VOICES.find((voice) => voice.name === name)!
const silence = (seconds: number) => new Float32Array(seconds * MIC_RATE)
const concat = (...pieces: Float32Array[]) => Float32Array.from(pieces.flatMap((piece) => Array.from(piece)))

let folder: string
let psiona: RunningPsiona
let browser: Browser
let overlay: WatchedPage

const hearWith = async (recogniser: Settings['hearing']['recogniser']) => {
  const settings = await psiona.api('GET', '/api/settings', Settings)
  await psiona.api('PUT', '/api/settings', Settings, { ...settings, hearing: { ...settings.hearing, recogniser } })
}
const overTurn = async (is: (turn: TurnRecord, at: number) => boolean): Promise<TurnRecord> => {
  for (;;) {
    const turn = (await psiona.turns()).find((candidate, at) => is(candidate, at) && ['done', 'cut'].includes(candidate.status))
    if (turn) return turn
    await overlay.page.waitForTimeout(50)
  }
}

/** The first turn after so many, as soon as she has thought of an answer. */
const keptTurn = async (after: number): Promise<TurnRecord> => {
  for (;;) {
    const turn = (await psiona.turns())[after]
    if (turn) return turn
    await overlay.page.waitForTimeout(50)
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'psiona-hear-'))
  psiona = await startPsiona()
  await hearWith(POCKETSPHINX)
  browser = await launch()
  overlay = await openPage(browser, await psiona.overlayUrl())
  await whenIdle(overlay.page)
})
afterAll(async () => {
  await browser?.close()
  await psiona?.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('hearing', () => {
  it('[R26] a sentence into a browser’s microphone is understood, answered, and heard in the overlay', async () => {
    const lines = [
      { voice: voiceNamed('flite rms'), text: 'What is your name?' },
      { voice: voiceNamed('espeak-ng en-us+klatt4'), text: 'What time is it?' },
    ]
    const [name, time] = speakAll(lines) as [Float32Array, Float32Array]
    const file = join(folder, 'microphone.wav')
    // Once through, and then silence: the pauses are as long as an answer.
    writeFileSync(file, encodeWav(concat(silence(2), name, silence(16), time, silence(3)), MIC_RATE))
    const speaking = await launch([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${file}%noloop`,
    ])
    try {
      const panel = await openPage(speaking, `${psiona.url}/ears`, { viewport: { width: 1280, height: 800 } })
      const notice = panel.page.getByRole('button', { name: /understood|got it|i know|continue/i })
      await panel.page.waitForSelector('h1')
      if (await notice.count()) await notice.first().click()
      const startedAt = Date.now()
      await panel.page
        .getByRole('button', { name: /^turn on$/i })
        .first()
        .click()
      const named = await overTurn(({ said }) => /name/i.test(said))
      expect(named.said.toLowerCase()).toContain('what is your name')
      expect(named.answered).toMatch(/Tori/)
      expect(named.heard).toBe(named.answered)
      const sound = await whenSounding(overlay.page, startedAt)
      expect(sound.startMs).toBeGreaterThan(startedAt)
      const timed = await overTurn(({ said }) => /time/i.test(said))
      expect(timed.answered.length).toBeGreaterThan(5)
      await panel.page.getByRole('link', { name: 'Live' }).click()
      await panel.page.getByText(named.said).first().waitFor()
      expect(panel.complaints).toEqual([])
    } finally {
      await speaking.close()
    }
    await whenIdle(overlay.page)
  })

  it('[R28] her own voice, as a microphone hears it, is understood; but not while she says it', async () => {
    // One breath each, so that each is one turn; enough of them that one misheard word decides nothing.
    const judged = readSentences(join(root, 'tests/voice/sentences.txt')).filter((sentence) => !sentence.includes(','))
    const sentences = ['I like to play games.', 'Can you hear me?', 'Tell me about the weather.', ...judged.slice(0, 6)]
    const hers = sentences.map((text, at) => renderWords(text, join(folder, `psi-${at}.wav`)))
    const microphone = await plugProgramMicrophone(psiona, 'beside a loudspeaker')
    const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z']+/g) ?? []
    let words = 0
    let understood = 0
    for (const [at, sound] of hers.entries()) {
      const before = (await psiona.turns()).length
      await microphone.play(concat(silence(1), sound, silence(1)))
      const turn = await keptTurn(before)
      await psiona.api('POST', '/api/stop', StopReply)
      const said = wordsOf(sentences[at] as string)
      words += said.length
      understood += said.filter((word) => wordsOf(turn.said).includes(word)).length
    }
    // A recogniser of 2006 with a vocabulary of 130 000 words; docs/psi.md has the word error rates.
    expect(understood / words).toBeGreaterThanOrEqual(0.6)
    await whenIdle(overlay.page)
    // The same words while they leave her mouth.
    const before = (await psiona.turns()).length
    const sentAt = Date.now()
    await psiona.api('POST', '/api/say', SayReply, { text: `${sentences[0]} ${sentences[0]}` })
    await whenSounding(overlay.page, sentAt)
    await microphone.play(concat(hers[0] as Float32Array, hers[0] as Float32Array, silence(2)))
    await microphone.played()
    await whenStats(overlay.page, ({ ducks }) => ducks.at(-1)?.gainDb === 0)
    await whenIdle(overlay.page)
    expect((await psiona.turns()).slice(before).map(({ kind }) => kind)).toEqual(['say'])
    microphone.close()
  }, 180_000)

  it('[R70] speech over her ducks her at once, and its end brings her back', async () => {
    await hearWith({ kind: 'none' })
    const microphone = await plugProgramMicrophone(psiona, 'somebody who interrupts')
    const sentAt = Date.now()
    await psiona.api('POST', '/api/say', SayReply, {
      text: 'I am telling a story that takes its time, with a river in it, and a boat, and a very patient heron on the bank.',
    })
    await whenSounding(overlay.page, sentAt)
    const [over] = speakAll([{ voice: voiceNamed('flite rms'), text: 'Wait a second, please.' }]) as [Float32Array]
    await microphone.play(over)
    const ducked = await whenStats(overlay.page, ({ ducks }) => (ducks.at(-1)?.gainDb ?? 0) < -10)
    expect(ducked.sounds.at(-1)?.endMs).toBeNull()
    await whenStats(overlay.page, ({ ducks }) => ducks.at(-1)?.gainDb === 0)
    microphone.close()
    await whenIdle(overlay.page)
  })

  it('a test recording says what each step made of it, and she does not answer', async () => {
    await hearWith(POCKETSPHINX)
    const microphone = await plugProgramMicrophone(psiona, 'USB microphone')
    const before = (await psiona.turns()).length
    const [line] = speakAll([{ voice: voiceNamed('flite slt'), text: 'Can you hear me?' }]) as [Float32Array]
    void microphone.play(concat(silence(1), line, silence(4)))
    const test = await psiona.api('POST', '/api/hearing-test', HearingTest, { seconds: 4 })
    expect(test.steps.map(({ step, state }) => `${step}: ${state}`)).toEqual([
      'device: ok',
      'voice: ok',
      'level: ok',
      'room: ok',
      'recogniser: ok',
    ])
    expect(test.text.toLowerCase()).toContain('hear me')
    expect(test.speech).toHaveLength(1)
    expect((await psiona.turns()).length).toBe(before)
    microphone.close()
  })

  it('without a recogniser the health says what to do', async () => {
    await hearWith({ kind: 'auto' })
    await expect
      .poll(async () => (await psiona.health()).parts.find(({ part }) => part === 'ears'), { timeout: 10_000 })
      .toMatchObject({ remedy: expect.stringMatching(/model/i) })
  })

  it('no page complained', () => {
    expect(overlay.complaints).toEqual([])
  })
})
