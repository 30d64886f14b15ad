// What a voice gives the stage, by hand. In: numbers and words. Out: blocks, subtitles, cuts, and a channel to push them through.
import { BLOCK_SAMPLES, restFace, type Subtitle, type VoiceBlock, type VoicePart } from '@psiona/shared'

export const aBlock = (blockId: number, more: Partial<VoiceBlock> = {}): VoiceBlock => ({
  blockId,
  epoch: 0,
  atSample: blockId * BLOCK_SAMPLES,
  pcm: new Float32Array(BLOCK_SAMPLES).fill(0.25),
  face: restFace(),
  forecast: null,
  lineId: null,
  ...more,
})

export const aBlockPart = (blockId: number, more: Partial<VoiceBlock> = {}): VoicePart => ({
  type: 'voice-block',
  block: aBlock(blockId, more),
})

export const aSubtitle = (lineId: string, fromBlock: number, toBlock: number, epoch = 0): Subtitle => {
  const startSample = fromBlock * BLOCK_SAMPLES
  const endSample = toBlock * BLOCK_SAMPLES
  return {
    lineId,
    turnId: 'turn-1',
    epoch,
    text: lineId,
    words: [{ text: lineId, startSample, endSample }],
    startSample,
    endSample,
  }
}

export const aSubtitlePart = (...given: Parameters<typeof aSubtitle>): VoicePart => ({
  type: 'voice-subtitle',
  subtitle: aSubtitle(...given),
})

export const aCutPart = (epoch: number): VoicePart => ({ type: 'voice-cut', cut: { epoch, fadeMs: 5, reason: 'stop' } })
