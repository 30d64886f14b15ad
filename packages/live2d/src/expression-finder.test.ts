// Expressions and motions of a model: told apart by the words in their names, or as another program has them.
import { describe, expect, it } from 'vitest'
import { facts } from '../../../tests/live2d/map-trial'
import { suggestMap } from './suggest-map'

describe('expressions and motions', () => {
  it('are told by words of several languages', () => {
    const expressions = ['01_neutral', 'f02_Happy', 'sad_smile', '怒り', '惊讶', '부끄러움', 'scared!', '嫌な顔', 'Thinking']
    expect(suggestMap(facts({ expressions })).map.expressions).toEqual({
      ...{ calm: '01_neutral', joy: 'f02_Happy', sadness: 'sad_smile', anger: '怒り', surprise: '惊讶' },
      ...{ affection: '부끄러움', fear: 'scared!', disgust: '嫌な顔', curiosity: 'Thinking' },
    })
  })

  it('follow another program’s emotion map first', () => {
    const dict = {
      ...{ name: 'x', description: '', url: '', initialXshift: 0, initialYshift: 0, idleMotionGroupName: 'Rest' },
      emotionMap: { neutral: 0, anger: 2, joy: 3, sadness: 1, smirk: 1, surprise: 9, fear: 'EXP_02' },
      tapMotions: { head: { Poke: 10, Pat: 30, Gone: 99 }, HitAreaBody: { '': 1 } },
    }
    const { map } = suggestMap(
      facts({
        expressions: ['exp_01', 'exp_02', 'exp_03', 'exp_04'],
        motionGroups: ['Idle', 'Rest', 'Poke', 'Pat', ''],
        hitAreas: ['Head', 'Body'],
        dict,
      }),
    )
    expect(map.expressions).toEqual({ calm: 'exp_01', anger: 'exp_03', joy: 'exp_04', sadness: 'exp_02', fear: 'exp_02' })
    expect(map.motions.idle).toBe('Rest')
    expect(map.taps).toEqual({ Head: 'Pat', Body: '' })
  })

  it('a touch plays what names its place', () => {
    const motionGroups = ['Idle', 'TapBody', 'Tap@Head', 'Flick@Body', 'Greeting', 'Nod', 'Angry']
    const { map } = suggestMap(facts({ motionGroups, hitAreas: ['Head', 'Body', 'Tail'] }))
    expect(map.motions).toEqual({
      idle: 'Idle',
      tap: 'TapBody',
      greeting: 'Greeting',
      'gesture-nod': 'Nod',
      'emotion-anger': 'Angry',
    })
    expect(map.taps).toEqual({ Head: 'Tap@Head', Body: 'TapBody' })
  })
})
