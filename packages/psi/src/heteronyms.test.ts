import { describe, expect, it } from 'vitest'
import { HETERONYM_COUNT, readHeteronym } from './heteronyms'

/** The word in capitals is the one that is asked for. */
const read = (sentence: string) => {
  const words = sentence.split(' ')
  const index = words.findIndex((word) => word.length > 1 && word === word.toUpperCase())
  return readHeteronym(
    words.map((word) => word.toLowerCase()),
    index,
  )
    ?.map((each) => `${each.symbol}${each.stress || ''}`)
    .join(' ')
}

describe('heteronyms', () => {
  it('are many', () => expect(HETERONYM_COUNT).toBeGreaterThan(90))
  it.each([
    ['i READ it yesterday', 'R EH2 D'],
    ['i will READ it', 'R IY2 D'],
    ['she has READ it', 'R EH2 D'],
    ['to READ', 'R IY2 D'],
    ['he READ it', 'R EH2 D'],
    ['READ the chat', 'R IY2 D'],
    ['take the LEAD', 'L IY2 D'],
    ['a LEAD pipe', 'L EH2 D'],
    ['we LIVE here', 'L IH2 V'],
    ["we're LIVE", 'L AY2 V'],
    ['a LIVE stream', 'L AY2 V'],
    ['going LIVE now', 'L AY2 V'],
    ['people LIVE in houses', 'L IH2 V'],
    ['she LIVES there', 'L IH2 V Z'],
    ['their LIVES matter', 'L AY2 V Z'],
    ['the world RECORD', 'R EH2 K AXR D'],
    ['please RECORD this', 'R IH K AO2 R D'],
    ['she often RECORDS her games', 'R IH K AO2 R D Z'],
    ['many RECORDS', 'R EH2 K AXR D Z'],
    ['a PRESENT for you', 'P R EH2 Z AX N T'],
    ['let me PRESENT', 'P R EH2 Z AX N T'],
    ['i PRESENT the winner', 'P R IY Z EH2 N T'],
    ['that OBJECT fell', 'AA2 B JH EH K T'],
    ['i OBJECT', 'AX B JH EH2 K T'],
    ['USE it', 'Y UW2 Z'],
    ['the USE of it', 'Y UW2 S'],
    ['no USE', 'Y UW2 S'],
    ['she USES it', 'Y UW2 Z IX Z'],
    ['i USED to play', 'Y UW2 S T'],
    ['we USED it', 'Y UW2 Z D'],
    ['CLOSE the door', 'K L OW2 Z'],
    ['so CLOSE to me', 'K L OW2 S'],
    ['a CLOSE call', 'K L OW2 S'],
    ['to CLOSE it', 'K L OW2 Z'],
    ['do not TEAR it', 'T EH2 R'],
    ['a single TEAR fell', 'T IH2 R'],
    ['the WIND blows', 'W IH2 N D'],
    ['WIND the clock', 'W AY2 N D'],
    ['bow and arrow', undefined],
    ['a BOW and arrow', 'B OW2'],
    ['took a BOW', 'B AW2'],
    ['we BOW down', 'B AW2'],
    ['a white DOVE', 'D AH2 V'],
    ['she DOVE into it', 'D OW2 V'],
    ['sea BASS', 'B AE2 S'],
    ['the BASS drops', 'B EY2 S'],
    ['wait a MINUTE', 'M IH2 N AX T'],
    ['in MINUTE detail', 'M AY N UW2 T'],
    ['new CONTENT every day', 'K AA2 N T EH N T'],
    ['i am CONTENT with it', 'K AX N T EH2 N T'],
    ['they PROJECT it', 'P R AX JH EH2 K T'],
    ['my PROJECT', 'P R AA2 JH EH K T'],
    ['will PROGRESS', 'P R AX G R EH2 S'],
    ['some PROGRESS', 'P R AA2 G R EH S'],
    ['i SUSPECT so', 'S AX S P EH2 K T'],
    ['the SUSPECT ran', 'S AH2 S P EH K T'],
    ['they CONDUCT tests', 'K AX N D AH2 K T'],
    ['PERFECT timing', 'P ER2 F IH K T'],
    ['to PERFECT it', 'P AXR F EH2 K T'],
    ['SEPARATE rooms', 'S EH2 P R AX T'],
    ['to SEPARATE them', 'S EH2 P AXR EY1 T'],
    ['an ESTIMATE', 'EH2 S T AX M AX T'],
    ["i'd ESTIMATE ten", 'EH2 S T AX M EY1 T'],
    ['EXCUSE me', 'IH K S K Y UW2 Z'],
    ['no EXCUSE', 'IH K S K Y UW2 S'],
    ['the HOUSES', 'HH AW2 Z IH Z'],
    ['POLISH food', 'P OW2 L IH SH'],
    ['to POLISH it', 'P AA2 L IH SH'],
  ])('%s → %s', (sentence, phones) => expect(read(sentence)).toBe(phones))
})
